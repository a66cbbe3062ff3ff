'use client';
import { Columns3 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#ui/kit/button.tsx';
import {
  DropdownMenu,
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '#ui/kit/dropdown-menu.tsx';
import type { ColumnState } from './use-columns.ts';

type ColumnLike = { id: string; header: string; primary?: boolean; hideable?: boolean };

export function ColumnChooser({ columns, state }: { columns: readonly ColumnLike[]; state: ColumnState }) {
  const w = useTranslations('words');
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button className="max-md:hidden">
          <Columns3 aria-hidden />
          {w('action.columns')}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {columns
          .filter((column) => !column.primary && column.hideable !== false)
          .map((column) => (
            <DropdownMenuCheckboxItem
              key={column.id}
              checked={state.visibility[column.id] !== false}
              onCheckedChange={(on) => state.setVisible(column.id, on)}
              // Several columns are often changed at once, so the menu stays.
              onSelect={(event) => event.preventDefault()}
            >
              {column.header}
            </DropdownMenuCheckboxItem>
          ))}
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={state.reset}>{w('table.resetColumns')}</DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
