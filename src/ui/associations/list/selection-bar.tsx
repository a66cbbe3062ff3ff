'use client';
import { Copy, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#ui/kit/button.tsx';
import { toast } from '#ui/kit/toast.ts';
import type { Selection } from '#ui/shared/use-selection.ts';

type Props = {
  selection: Selection;
  emails: ReadonlyMap<
    string,
    string | null
  > /** Of how many, when all loaded rows are ticked and more wait. */;
  waiting?: number | undefined;
};

/** What can be done with the ticked rows; floats over the end of the list. */
export function SelectionBar({ selection, emails, waiting }: Props) {
  const t = useTranslations('associations.list.selection');
  const w = useTranslations('words');
  const addresses = [...new Set([...selection.ids].flatMap((id) => emails.get(id) ?? []))];
  const copy = () => {
    navigator.clipboard.writeText(addresses.join('; ')).then(
      () => toast.success(t('copied', { count: addresses.length })),
      () => toast.error(t('copyFailed')),
    );
  };
  return (
    <section
      aria-label={t('label')}
      className="absolute inset-x-0 bottom-4 z-20 mx-auto flex w-fit max-w-[calc(100%-2rem)] items-center gap-1 rounded-xl border bg-popover p-1.5 pl-4 shadow-lg"
    >
      <p role="status" data-numeric className="pr-2 font-medium text-sm">
        {w('state.selected', { count: selection.ids.size })}
        {waiting === undefined ? null : (
          <span className="text-muted-foreground"> {t('of', { total: waiting })}</span>
        )}
      </p>
      <Button variant="ghost" size="sm" onClick={copy} disabled={addresses.length === 0}>
        <Copy aria-hidden />
        {t('copy', { count: addresses.length })}
      </Button>
      <Button variant="ghost" size="icon-sm" aria-label={t('clear')} onClick={selection.clear}>
        <X aria-hidden />
      </Button>
    </section>
  );
}
