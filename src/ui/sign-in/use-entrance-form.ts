'use client';
import { useState } from 'react';
import { passwordProblem } from '#domain/users/rules.ts';
import { useErrorText } from '#ui/shared/use-error-text.ts';

export type FieldErrors = Partial<Record<'form' | 'name' | 'email' | 'password' | 'token', string>>;

type Refused = { data?: { kansli?: { messageKey: string; details: Record<string, unknown> } } | null };

/** Errors of a form that ends in an account: each at its field when the server says which, else above the form. */
export function useEntranceForm() {
  const [errors, setErrors] = useState<FieldErrors>({});
  const errorText = useErrorText();

  const sentence = (messageKey: string) => errorText({ code: 'invalid', messageKey });

  return {
    errors,
    setErrors,
    /** The same rule as the server's, before anything is sent. */
    passwordError: (password: string, about: string[]): string | undefined => {
      const problem = passwordProblem(password, about);
      return problem === null ? undefined : sentence(problem);
    },
    refuse: (error: unknown): void => {
      const field = (error as Refused).data?.kansli?.details.field;
      const place = field === 'password' || field === 'email' ? field : 'form';
      setErrors({ [place]: errorText(error) });
    },
  };
}

/** Puts the cursor into the first field that is wrong. */
export function focusFirstError(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
