// Every query of a screen says beside it what it shows, else it would be read again after each change in the product.
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('every query of the interface says what it shows', () => {
  const silent = globSync('src/ui/**/*.{ts,tsx}').filter((path) => {
    const text = readFileSync(path, 'utf8');
    const asked = text.match(/trpc\.[\w.]+\.(queryOptions|infiniteQueryOptions)\(/g) ?? [];
    const said = text.match(/\bmeta: (\{ shows: |counted\b)|^\s+shows: \{/gm) ?? [];
    return asked.length > said.length;
  });
  expect(silent).toEqual([]);
});
