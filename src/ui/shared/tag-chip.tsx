'use client';
import { X } from 'lucide-react';
import { Badge, type Tone } from '#ui/kit/badge.tsx';

const TONES: readonly Tone[] = ['neutral', 'info', 'attention', 'progress', 'success', 'danger', 'primary'];

const toneOf = (color: string | null | undefined): Tone => TONES.find((tone) => tone === color) ?? 'neutral';

type Props = { name: string; color?: string | null; onRemove?: () => void; removeLabel?: string };

/** A tag's colour is one of the design's tones, so that it is readable in both themes. */
export function TagChip({ name, color, onRemove, removeLabel }: Props) {
  return (
    <Badge tone={toneOf(color)} className="max-w-48">
      <span className="truncate">{name}</span>
      {onRemove ? (
        <button
          type="button"
          aria-label={removeLabel ?? name}
          onClick={onRemove}
          className="relative -mr-1 grid size-4 place-items-center rounded-sm before:absolute before:-inset-1 before:content-[''] hover:bg-foreground/10"
        >
          <X aria-hidden className="size-3!" />
        </button>
      ) : null}
    </Badge>
  );
}
