'use client';
import { useTranslations } from 'next-intl';
import type { UseFormReturn } from 'react-hook-form';
import type { Fault } from './check-fields.ts';
import type { AssociationForm, FormKey } from './form-values.ts';

/** Puts each fault at its field, in words that say what would be right, and goes to the first. */
export function useFaults(form: UseFormReturn<AssociationForm>) {
  const t = useTranslations('associations.invalid');
  return (faults: Fault[]) => {
    faults.forEach(({ path, message }, index) => {
      const field = path.split('.')[0] as FormKey;
      const known = t.has(message as 'name') ? message : field === 'foundedYear' ? 'foundedYear' : 'other';
      form.setError(field, { message: t(known as 'name') }, { shouldFocus: index === 0 });
    });
  };
}
