'use client';
import { useTranslations } from 'next-intl';
import {
  DropdownMenu,
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '#ui/kit/dropdown-menu.tsx';
import { type ColumnChooserProps, ColumnsButton } from './columns-button.tsx';

/** The menu itself. It comes on demand and opens at once; see column-chooser.tsx. */
export function ColumnChooserOpen({ columns, state }: ColumnChooserProps) {
  const w = useTranslations('words');
  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger asChild>
        <ColumnsButton />
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
