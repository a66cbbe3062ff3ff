'use client';
import { Input } from '#ui/kit/input.tsx';
import { Field } from './field.tsx';

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  error?: string;
  /** The person fills in their own; of somebody else the browser knows nothing. */
  own?: boolean;
  autoFocus?: boolean;
};

export function PersonNameField({ label, value, onChange, hint, error, own, autoFocus }: Props) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(field) => (
        <Input
          {...field}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          autoComplete={own ? 'name' : 'off'}
          maxLength={120}
          autoFocus={autoFocus}
        />
      )}
    </Field>
  );
}

export function EmailField({ label, value, onChange, hint, error, own, autoFocus }: Props) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(field) => (
        <Input
          {...field}
          type="email"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          autoComplete={own ? 'username' : 'off'}
          autoCapitalize="none"
          maxLength={254}
          autoFocus={autoFocus}
        />
      )}
    </Field>
  );
}
