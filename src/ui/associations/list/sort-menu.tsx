'use client';
import { ArrowDownNarrowWide, ArrowDownWideNarrow } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { sortKeys } from '#domain/associations/rules.ts';
import { Button } from '#ui/kit/button.tsx';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '#ui/kit/dropdown-menu.tsx';
import type { ChangeView } from './use-list-view.ts';
import { type ListView, ordered, sortedBy, sortOf } from './view.ts';

/** Every order, also those whose column is hidden. */
export function SortMenu({ view, change }: { view: ListView; change: ChangeView }) {
  const t = useTranslations('associations.list.sort');
  const w = useTranslations('words.table');
  const { key, direction } = sortOf(view);
  const keys = sortKeys.filter((each) => each !== 'relevance' || view.q.trim() !== '');
  const Icon = direction === 'asc' ? ArrowDownNarrowWide : ArrowDownWideNarrow;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="sm" aria-label={t('button', { by: t(`by.${key}`) })}>
          <Icon aria-hidden />
          {t(`by.${key}`)}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuRadioGroup
          value={key}
          onValueChange={(chosen) => {
            const next = keys.find((each) => each === chosen);
            if (next && next !== key) change(sortedBy(view, next));
          }}
        >
          {keys.map((each) => (
            <DropdownMenuRadioItem key={each} value={each}>
              {t(`by.${each}`)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        {key === 'relevance' ? null : (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuRadioGroup
              value={direction}
              onValueChange={(chosen) => change(ordered(view, key, chosen === 'asc' ? 'asc' : 'desc'))}
            >
              <DropdownMenuRadioItem value="asc">{w('ascending')}</DropdownMenuRadioItem>
              <DropdownMenuRadioItem value="desc">{w('descending')}</DropdownMenuRadioItem>
            </DropdownMenuRadioGroup>
          </>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
