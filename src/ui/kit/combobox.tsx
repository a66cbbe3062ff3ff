'use client';
import { ChevronsUpDown, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { cn } from './cn.ts';
import { fieldClasses } from './input.tsx';
import { type Option, OptionList } from './option-list.tsx';
import { Popover, PopoverContent, PopoverTrigger } from './popover.tsx';

type Shared = {
  options: Option[];
  /** Accessible name of the list; the button takes its name from a Label with `htmlFor`, or from here. */
  label: string;
  placeholder: string;
  searchPlaceholder: string;
  emptyText: string;
  /** Shows a cross that empties the field. */
  clearLabel?: string;
  id?: string;
  disabled?: boolean;
  className?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
};

type SingleProps = Shared & { value: string | null; onChange: (value: string | null) => void };
type MultiProps = Shared & { value: readonly string[]; onChange: (value: string[]) => void };

export function Combobox({ value, onChange, ...props }: SingleProps) {
  const [open, setOpen] = useState(false);
  const chosen = props.options.find((option) => option.value === value);
  return (
    <Frame
      {...props}
      open={open}
      onOpenChange={setOpen}
      onClear={chosen ? () => onChange(null) : undefined}
      text={
        chosen ? (
          <>
            {chosen.icon}
            <span className="truncate">{chosen.label}</span>
          </>
        ) : null
      }
    >
      <OptionList
        {...props}
        selected={chosen ? [chosen.value] : []}
        onSelect={(next) => {
          onChange(next);
          setOpen(false);
        }}
      />
    </Frame>
  );
}

export function MultiCombobox({ value, onChange, ...props }: MultiProps) {
  const [open, setOpen] = useState(false);
  const labels = props.options.filter((option) => value.includes(option.value)).map((option) => option.label);
  return (
    <Frame
      {...props}
      open={open}
      onOpenChange={setOpen}
      onClear={value.length > 0 ? () => onChange([]) : undefined}
      text={labels.length > 0 ? <span className="truncate">{labels.join(', ')}</span> : null}
    >
      <OptionList
        {...props}
        multiple
        selected={value}
        onSelect={(next) =>
          onChange(value.includes(next) ? value.filter((other) => other !== next) : [...value, next])
        }
      />
    </Frame>
  );
}

type FrameProps = Omit<Shared, 'options'> & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onClear?: () => void;
  text: ReactNode;
  children: ReactNode;
};

function Frame({
  open,
  onOpenChange,
  onClear,
  text,
  children,
  placeholder,
  className,
  ...props
}: FrameProps) {
  return (
    <div className={cn('relative', className)}>
      <Popover open={open} onOpenChange={onOpenChange}>
        <PopoverTrigger
          // A button is its name alone; of a combobox what it holds is read out as well.
          role="combobox"
          id={props.id}
          disabled={props.disabled}
          aria-label={props.id ? undefined : props.label}
          aria-describedby={props['aria-describedby']}
          aria-invalid={props['aria-invalid']}
          className={cn(
            fieldClasses,
            'flex h-8 items-center gap-2 text-left pointer-coarse:h-11',
            onClear && props.clearLabel ? 'pr-14 pointer-coarse:pr-19' : 'pr-8',
          )}
        >
          {text ?? <span className="truncate text-muted-foreground">{placeholder}</span>}
          <ChevronsUpDown aria-hidden className="absolute right-2.5 size-4 text-muted-foreground" />
        </PopoverTrigger>
        <PopoverContent aria-label={props.label} className="w-(--radix-popover-trigger-width) min-w-60 p-0">
          {children}
        </PopoverContent>
      </Popover>
      {onClear && props.clearLabel && !props.disabled ? (
        <button
          type="button"
          aria-label={props.clearLabel}
          onClick={onClear}
          className="absolute top-1/2 right-7.5 grid size-6 -translate-y-1/2 place-items-center rounded-sm text-muted-foreground hover:bg-accent hover:text-foreground pointer-coarse:size-11"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      ) : null}
    </div>
  );
}
