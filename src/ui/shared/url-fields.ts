// How values stand in the URL: short to look at, and a link that is old or broken still opens with what fits.

/** `read(null)` is the value when the URL says nothing, and the one for which nothing is written. */
export type Field<T> = { read(text: string | null): T; write(value: T): string };
export type Fields = Record<string, Field<unknown>>;
export type Values<F extends Fields> = { [K in keyof F]: ReturnType<F[K]['read']> };
/** `null` takes a value out of the URL. */
export type Change<F extends Fields> = { [K in keyof F]?: Values<F>[K] | null };

export const text = (most = 200): Field<string> => ({
  read: (given) => (given ?? '').slice(0, most),
  write: (value) => value,
});

/** A text that may be missing. */
export const textOrNone: Field<string | null> = { read: (given) => given, write: (value) => value ?? '' };

export function oneOf<T extends string>(values: readonly T[]): Field<T | null>;
export function oneOf<T extends string>(values: readonly T[], otherwise: T): Field<T>;
export function oneOf<T extends string>(values: readonly T[], otherwise: T | null = null): Field<T | null> {
  return {
    read: (given) => values.find((value) => value === given) ?? otherwise,
    write: (value) => value ?? '',
  };
}

export const yesOrNo: Field<boolean | null> = {
  read: (given) => (given === 'true' ? true : given === 'false' ? false : null),
  write: (value) => (value === null ? '' : String(value)),
};

export const flag: Field<boolean> = { read: (given) => given === 'true', write: String };

/** Several, with commas between; a comma that belongs to one of them is escaped once more. */
export const several = <T extends string>(fits: (item: string) => item is T): Field<T[]> => ({
  read: (given) =>
    given
      ? given
          .split(',')
          .map((item) => item.replaceAll('%2C', ','))
          .filter(fits)
      : [],
  write: (items) => items.map((item) => item.replaceAll(',', '%2C')).join(','),
});

export const among =
  <T extends string>(values: readonly T[]) =>
  (item: string): item is T =>
    (values as readonly string[]).includes(item);

export const matching =
  (pattern: RegExp) =>
  (item: string): item is string =>
    pattern.test(item);

type Given = URLSearchParams | Record<string, string | string[] | undefined>;

export function readFields<F extends Fields>(fields: F, given: Given): Values<F> {
  const said = (key: string) => {
    const value = given instanceof URLSearchParams ? given.get(key) : given[key];
    return (Array.isArray(value) ? value[0] : value) ?? null;
  };
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, field.read(said(key))]),
  ) as Values<F>;
}

/** The search part of a URL after a change; what is not ours in it stays. */
export function changeFields<F extends Fields>(fields: F, search: string, change: Change<F>): string {
  const params = new URLSearchParams(search);
  for (const [key, value] of Object.entries(change)) {
    const field = fields[key];
    if (!field || value === undefined) continue;
    const written = value === null ? '' : field.write(value);
    if (written === '' || written === field.write(field.read(null))) params.delete(key);
    else params.set(key, written);
  }
  // Commas need no escape in this part of a URL, and a link is nicer to look at without.
  const query = params.toString().replaceAll('%2C', ',');
  return query === '' ? '' : `?${query}`;
}
