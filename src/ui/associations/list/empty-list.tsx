'use client';
import { Building2, FileInput, Plus, SearchX } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '#ui/kit/button.tsx';
import { EmptyState } from '#ui/kit/empty-state.tsx';
import { useCan } from '#ui/shared/use-can.ts';
import { isNarrowed, type ListView } from './view.ts';

export function EmptyList({ view, onClear }: { view: ListView; onClear: () => void }) {
  return isNarrowed(view) ? <NoMatches q={view.q.trim()} onClear={onClear} /> : <NoAssociations />;
}

/** Nothing in Kansli yet: the way in is a register, or one association by hand. */
function NoAssociations() {
  const t = useTranslations('associations.list');
  const mayImport = useCan()('import.run');
  return (
    <EmptyState
      icon={<Building2 />}
      title={t('none.title')}
      description={mayImport ? t('none.import') : t('none.ask')}
      action={
        <>
          {mayImport ? (
            <Button asChild>
              <Link href="/imports">
                <FileInput aria-hidden />
                {t('none.toImports')}
              </Link>
            </Button>
          ) : null}
          <Button asChild>
            <Link href="/associations/new">
              <Plus aria-hidden />
              {t('new')}
            </Link>
          </Button>
        </>
      }
    />
  );
}

function NoMatches({ q, onClear }: { q: string; onClear: () => void }) {
  const t = useTranslations('associations.list.noMatch');
  return (
    <EmptyState
      icon={<SearchX />}
      title={q === '' ? t('title') : t('titleFor', { q })}
      description={q === '' ? t('filters') : t('search')}
      action={<Button onClick={onClear}>{t('clear')}</Button>}
    />
  );
}
