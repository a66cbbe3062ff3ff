import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { events } from '#domain/events.ts';
import { generatedFiles } from '#tests/support/generated-files.ts';

it.each(Object.entries(generatedFiles()))('%s is current', async (path, text) => {
  const found = await readFile(path, 'utf8').catch(() => '');
  expect(found === text, `run: node tests/support/write-generated.ts`).toBe(true);
});

it('no event is documented that nothing emits', async () => {
  const sources = globSync('src/**/*.ts').filter(
    (file) => !file.endsWith('.test.ts') && file !== 'src/domain/events.ts',
  );
  const code = (await Promise.all(sources.map((file) => readFile(file, 'utf8')))).join('\n');
  expect(Object.keys(events).filter((name) => !code.includes(`'${name}'`))).toEqual([]);
});
