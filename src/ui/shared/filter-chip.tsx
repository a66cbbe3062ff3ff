'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '#ui/kit/cn.ts';

type Props = { label: string; value: ReactNode; onRemove: () => void; className?: string };

export function FilterChip({ label, value, onRemove, className }: Props) {
  const w = useTranslations('words.action');
  return (
    <span
      className={cn(
        'inline-flex h-7 max-w-full shrink-0 items-center gap-1 rounded-md bg-primary-soft pl-2.5 text-primary-soft-foreground text-xs pointer-coarse:h-11',
        className,
      )}
    >
      <span className="opacity-80">{label}:</span>
      <span className="truncate font-medium">{value}</span>
      <button
        type="button"
        aria-label={w('remove', { name: label })}
        onClick={onRemove}
        className="grid size-7 shrink-0 place-items-center rounded-md hover:bg-foreground/10 pointer-coarse:size-11"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </span>
  );
}
