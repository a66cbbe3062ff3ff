'use client';
import { Columns3 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Button } from '#ui/kit/button.tsx';
import type { ColumnState } from './use-columns.ts';

export type ColumnChooserProps = {
  columns: readonly { id: string; header: string; primary?: boolean; hideable?: boolean }[];
  state: ColumnState;
};

/** Not on a phone, where rows are cards. */
export function ColumnsButton(props: ComponentProps<'button'>) {
  const w = useTranslations('words.action');
  return (
    <Button aria-haspopup="menu" aria-expanded={false} {...props} className="max-md:hidden">
      <Columns3 aria-hidden />
      {w('columns')}
    </Button>
  );
}
