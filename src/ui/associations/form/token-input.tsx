'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ClipboardEvent, type KeyboardEvent, type Ref, useState } from 'react';
import { cn } from '#ui/kit/cn.ts';
import { fieldClasses } from '#ui/kit/input.tsx';

type Props = {
  id: string;
  value: string[];
  onChange: (value: string[]) => void;
  onBlur?: () => void;
  ref?: Ref<HTMLInputElement>;
  label: string;
  suggestions?: string[];
  maxLength?: number;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
};

/** Words as chips: Enter or comma adds, Backspace in the empty field takes the last one back, a pasted list is split. */
export function TokenInput({
  id,
  value,
  onChange,
  onBlur,
  ref,
  label,
  suggestions = [],
  maxLength = 200,
  ...aria
}: Props) {
  const t = useTranslations('associations.form');
  const [text, setText] = useState('');
  const add = (written: string) => {
    const words = written
      .split(/[,;\n]/)
      .map((word) => word.trim().slice(0, maxLength))
      .filter((word) => word !== '');
    if (words.length > 0) onChange([...new Set([...value, ...words])]);
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ',') && text.trim() !== '') {
      event.preventDefault();
      add(text);
    } else if (event.key === 'Backspace' && text === '' && value.length > 0) {
      setText(value.at(-1) ?? '');
      onChange(value.slice(0, -1));
      event.preventDefault();
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text');
    if (!/[,;\n]/.test(pasted)) return;
    event.preventDefault();
    add(text + pasted);
  };
  return (
    <div
      className={cn(
        fieldClasses,
        'flex min-h-8 flex-wrap items-center gap-1 py-1 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-ring pointer-coarse:min-h-11',
        aria['aria-invalid'] && 'border-destructive',
      )}
    >
      {value.map((word) => (
        <span
          key={word}
          className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-sm bg-tone-neutral pl-1.5 text-tone-neutral-foreground text-xs"
        >
          <span className="min-w-0 break-words">{word}</span>
          <button
            type="button"
            aria-label={t('removeToken', { value: word })}
            onClick={() => onChange(value.filter((other) => other !== word))}
            className="grid size-6 shrink-0 place-items-center rounded-sm hover:bg-foreground/10 pointer-coarse:size-11"
          >
            <X aria-hidden className="size-3" />
          </button>
        </span>
      ))}
      <input
        {...aria}
        id={id}
        ref={ref}
        value={text}
        list={suggestions.length > 0 ? `${id}-known` : undefined}
        placeholder={value.length === 0 ? t('tokenHint') : undefined}
        aria-label={label}
        autoComplete="off"
        maxLength={maxLength}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => {
          add(text);
          onBlur?.();
        }}
        className="h-6 min-w-24 flex-1 bg-transparent outline-none placeholder:text-muted-foreground"
      />
      {suggestions.length > 0 ? (
        <datalist id={`${id}-known`}>
          {suggestions.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      ) : null}
    </div>
  );
}
