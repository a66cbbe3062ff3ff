'use client';
import { useTranslations } from 'next-intl';
import { sortKeys } from '#domain/associations/rules.ts';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '#ui/kit/dropdown-menu.tsx';
import { SortButton, type SortMenuProps } from './sort-button.tsx';
import { ordered, sortedBy, sortOf } from './view.ts';

/** The menu itself. It comes on demand and opens at once; see sort-menu.tsx. */
export function SortMenuOpen({ view, change }: SortMenuProps) {
  const t = useTranslations('associations.list.sort');
  const w = useTranslations('words.table');
  const { key, direction } = sortOf(view);
  const keys = sortKeys.filter((each) => each !== 'relevance' || view.q.trim() !== '');
  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger asChild>
        <SortButton view={view} />
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
