'use client';
import { RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Component, type ReactNode, useEffect } from 'react';
import { askVersion } from '#api/client.tsx';
import { Button } from '#ui/kit/button.tsx';
import { EdgeNotice } from './edge-notice.tsx';
import { useOfferedVersion } from './use-offered-version.ts';

/** A piece of code did not come: no network, or Kansli was updated and the old piece is gone. */
export class PieceMissing extends Error {
  override name = 'PieceMissing';
}

type Props = {
  onRetry: () => void;
  /** Asked at each attempt, as React keeps a failed piece as failed. */
  piece: () => ReactNode;
};
type State = { error: unknown };

/** Where a piece did not come, the page stays and a word at its edge offers to try again. Other faults go on to the page. */
export class PieceBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.piece();
    if (!(error instanceof PieceMissing)) throw error;
    const again = () => {
      this.props.onRetry();
      this.setState({ error: null });
    };
    return <MissingPiece onRetry={again} />;
  }
}

/** Reloading is offered, never done by itself. After an update the offer to reload stands there instead; see update-offer.tsx. */
function MissingPiece({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations('shell.missingPiece');
  const updated = useOfferedVersion();
  useEffect(() => void askVersion(), []);
  if (updated) return null;
  return (
    <EdgeNotice text={t('text')}>
      <Button variant="primary" onClick={onRetry}>
        <RotateCw aria-hidden />
        {t('retry')}
      </Button>
      <Button onClick={() => window.location.reload()}>{t('reload')}</Button>
    </EdgeNotice>
  );
}
