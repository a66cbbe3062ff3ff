'use client';
import { RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Component, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Button } from './button.tsx';

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
    return createPortal(<MissingPiece onRetry={again} />, document.body);
  }
}

/** Reloading is offered, never done by itself: an update that is not finished would make it go round for ever. */
function MissingPiece({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations('shell.missingPiece');
  return (
    <div
      role="alert"
      className="pointer-events-auto fixed inset-x-4 bottom-20 z-50 mx-auto flex w-fit max-w-xl flex-wrap items-center gap-3 rounded-xl border bg-popover p-4 text-popover-foreground shadow-lg md:bottom-4"
    >
      <p className="min-w-48 flex-1 text-sm">{t('text')}</p>
      <Button variant="primary" onClick={onRetry}>
        <RotateCw aria-hidden />
        {t('retry')}
      </Button>
      <Button onClick={() => window.location.reload()}>{t('reload')}</Button>
    </div>
  );
}
