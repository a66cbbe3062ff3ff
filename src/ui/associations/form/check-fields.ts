import type { AssociationFields } from '#domain/associations/schema.ts';
import { type AssociationForm, type FormKey, toInput } from './form-values.ts';

export type Fault = { path: string; message: string };

/** Checks the given fields by the same schema as the server; it is fetched when first needed, not with the page. */
export async function checkFields(
  form: AssociationForm,
  keys: FormKey[],
): Promise<{ fields: Partial<AssociationFields> } | { faults: Fault[] }> {
  const { AssociationFields: schema } = await import('#domain/associations/schema.ts');
  const written = keys
    .filter((key) => key !== 'municipalityCode')
    .map((key) => [key, toInput(key, form[key])]);
  const checked = schema.partial().safeParse(Object.fromEntries(written));
  if (checked.success) return { fields: checked.data };
  return {
    faults: checked.error.issues.map(({ path, message }) => ({ path: String(path[0] ?? ''), message })),
  };
}
