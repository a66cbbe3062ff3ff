'use client';
import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { inReadingOrder } from './raw-order.ts';

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** JSON as one reads it: names, values, and branches that open and close with Enter or a click. */
export function RawTree({ value, depth = 0 }: { value: unknown; depth?: number }) {
  const entries = isBranch(value) ? inReadingOrder(value) : [['', value] as const];
  return (
    <ul className="flex flex-col border-l pl-3 text-xs leading-5 [&_&]:ml-1.5">
      {entries.map(([name, inner]) => (
        <li key={name} className="min-w-0">
          {isBranch(inner) ? (
            <Branch name={name} value={inner} depth={depth} />
          ) : (
            <p className="grid grid-cols-1 gap-x-3 py-0.5 sm:grid-cols-[minmax(6rem,12rem)_minmax(0,1fr)]">
              <span className="wrap-anywhere text-muted-foreground">{name}</span>
              <Leaf value={inner} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Branch({ name, value, depth }: { name: string; value: object; depth: number }) {
  const t = useTranslations('associations.record.source');
  const count = Object.keys(value).length;
  return (
    <details open={depth < 1 && count <= 20} className="group">
      <summary className="flex min-h-6 list-none items-center gap-1 rounded-sm [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-3.5 transition-transform [details[open]>summary>&]:rotate-90"
        />
        <span className="min-w-0 font-medium wrap-anywhere">{name}</span>
        <span className="text-muted-foreground">{t('items', { count })}</span>
      </summary>
      {count > 0 ? <RawTree value={value} depth={depth + 1} /> : null}
    </details>
  );
}

function Leaf({ value }: { value: unknown }) {
  const t = useTranslations('associations.record');
  if (value === '' || value === null || value === undefined) {
    return <em className="text-muted-foreground">{t('empty')}</em>;
  }
  return <span className="whitespace-pre-line wrap-anywhere font-mono">{String(value)}</span>;
}
