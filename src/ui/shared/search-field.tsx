'use client';
import { Search, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { cn } from '#ui/kit/cn.ts';
import { Input } from '#ui/kit/input.tsx';
import { Kbd } from '#ui/kit/kbd.tsx';
import { useHotkeys } from './use-hotkeys.ts';

const PAUSE_MS = 200;

type Props = {
  value: string;
  /** Called when the typing pauses, at once on Enter and on clearing. */
  onChange: (value: string) => void;
  label: string;
  placeholder: string;
  className?: string;
};

/** `/` brings the focus here from anywhere on the page. */
export function SearchField({ value, onChange, label, placeholder, className }: Props) {
  const w = useTranslations('words.action');
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const sent = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // Back, a cleared filter, a saved view: the URL changed under the field.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const send = (next: string, wait: number) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      sent.current = next;
      onChange(next);
    }, wait);
  };

  useHotkeys({ '/': () => input.current?.select() });

  return (
    <div className={cn('relative w-64 shrink-0', className)}>
      <Search
        aria-hidden
        className="absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted-foreground"
      />
      <Input
        ref={input}
        type="search"
        role="searchbox"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={placeholder}
        maxLength={200}
        value={text}
        onChange={(event) => send(event.target.value, PAUSE_MS)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') send(text, 0);
          if (event.key === 'Escape') text === '' ? input.current?.blur() : send('', 0);
        }}
        className="pr-8 pl-8.5 pointer-coarse:pr-11 [&::-webkit-search-cancel-button]:hidden"
      />
      {text ? (
        <button
          type="button"
          aria-label={w('clear')}
          onClick={() => {
            send('', 0);
            input.current?.focus();
          }}
          className="absolute top-1/2 right-1 grid size-6 -translate-y-1/2 place-items-center rounded-sm text-muted-foreground hover:bg-accent hover:text-foreground pointer-coarse:right-0 pointer-coarse:size-11"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      ) : (
        <Kbd
          aria-hidden
          className="absolute top-1/2 right-1.5 -translate-y-1/2 max-md:hidden pointer-coarse:hidden"
        >
          /
        </Kbd>
      )}
    </div>
  );
}
