'use client';
import { ArrowDownNarrowWide, ArrowDownWideNarrow } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Button } from '#ui/kit/button.tsx';
import type { ChangeView } from './use-list-view.ts';
import { type ListView, sortOf } from './view.ts';

export type SortMenuProps = { view: ListView; change: ChangeView };

export function SortButton({ view, ...props }: ComponentProps<'button'> & { view: ListView }) {
  const t = useTranslations('associations.list.sort');
  const { key, direction } = sortOf(view);
  const Icon = direction === 'asc' ? ArrowDownNarrowWide : ArrowDownWideNarrow;
  return (
    <Button
      variant="ghost"
      size="sm"
      aria-haspopup="menu"
      aria-expanded={false}
      {...props}
      aria-label={t('button', { by: t(`by.${key}`) })}
    >
      <Icon aria-hidden />
      {t(`by.${key}`)}
    </Button>
  );
}
