import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const uses = (path: string) => `import { x } from '${path}';\nexport const y = x;\n`;
const environment = 'export const port = process.env.PORT;\n';

const refused: [file: string, text: string][] = [
  ['src/lib/a.ts', uses('#domain/errors.ts')],
  ['src/domain/a.ts', uses('#adapters/db/client.ts')],
  ['src/domain/b.ts', uses('#wiring/env.ts')],
  ['src/domain/c.ts', uses('../adapters/db/client.ts')],
  ['src/domain/d.ts', uses('react')],
  ['src/domain/e.ts', uses('next/headers')],
  ['src/domain/f.ts', uses('@trpc/server')],
  ['src/domain/g.ts', uses('bullmq')],
  ['src/domain/h.ts', uses('ioredis')],
  ['src/domain/i.ts', uses('node:https')],
  ['src/domain/j.ts', environment],
  ['src/domain/associations/a.ts', uses('../imports/jobs.ts')],
  ['src/domain/associations/b.ts', uses('../../lib/csv.ts')],
  ['src/domain/k.ts', uses('#sample/load.ts')],
  ['src/adapters/db/a.ts', uses('#wiring/env.ts')],
  ['src/worker/a.ts', uses('#adapters/db/client.ts')],
  ['src/cli/a.ts', uses('#adapters/db/client.ts')],
  ['src/ui/kit/a.tsx', uses('#domain/permissions.ts')],
  ['src/ui/shared/a.tsx', uses('#domain/associations/commands.ts')],
  ['src/ui/shared/b.tsx', uses('#api/router.ts')],
  ['src/app/a.tsx', uses('#adapters/db/client.ts')],
];
const welcome: typeof refused = [
  ['src/domain/y.ts', uses('#lib/dates.ts')],
  ['src/domain/associations/y.ts', uses('../imports/records.ts')],
  ['src/worker/x.ts', uses('#sample/load.ts')],
  ['src/worker/y.ts', uses('#adapters/queue/backend.ts')],
  ['src/ui/shared/x.tsx', uses('#domain/associations/schema.ts')],
  ['src/ui/shared/y.tsx', uses('#domain/permissions.ts')],
  ['src/ui/shared/z.tsx', uses('#api/client.tsx')],
  ['src/wiring/env.ts', environment],
];

/** The files at fault among these, as the linter sees them under the rules of this repository. */
async function filesAtFault(files: typeof refused): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kansli-rooms-'));
  try {
    for (const [file, text] of files) {
      await mkdir(join(folder, dirname(file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
    await cp('biome.rooms.json', join(folder, 'biome.json'));
    const { stdout } = spawnSync(resolve('node_modules/.bin/biome'), ['lint', '--reporter=github', '.'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const lines = stdout.split('\n').filter((line) => /noRestrictedImports|noProcessEnv/.test(line));
    return files.map(([file]) => file).filter((file) => lines.some((line) => line.includes(file)));
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('rooms', () => {
  it('the linter obeys the table', async () => {
    const { extends: parents, linter } = JSON.parse(await readFile('biome.json', 'utf8'));
    expect(parents).toEqual(['./biome.rooms.json']);
    // No file leads back to itself, not by types either.
    expect(linter.rules.suspicious.noImportCycles).toEqual({
      level: 'error',
      options: { ignoreTypes: false },
    });
  });

  it('refuses what the table refuses, and nothing else', async () => {
    expect(await filesAtFault([...refused, ...welcome])).toEqual(refused.map(([file]) => file));
  });
});

describe('files', async () => {
  const files = globSync('src/**/*.{ts,tsx}').filter(
    (file) => !file.startsWith('src/generated') && !file.startsWith('src/app'),
  );

  it('are kebab-case, without words that say nothing', () => {
    const odd = files.filter((file) => {
      const name = basename(file);
      return (
        !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?(\.(test|d))?\.tsx?$/.test(name) ||
        /(^|-)(service|manager|helpers?|utils?|misc|common)(-|\.)/.test(name)
      );
    });
    expect(odd).toEqual([]);
  });

  it('are none over 400 lines', async () => {
    const long: string[] = [];
    for (const file of files) {
      if (file.startsWith('src/ui/kit')) continue;
      const lines = (await readFile(file, 'utf8')).split('\n').length - 1;
      if (lines > 400) long.push(`${file}: ${lines}`);
    }
    expect(long).toEqual([]);
  });

  it('of the domain open with the rule they protect', async () => {
    const silent: string[] = [];
    for (const file of files) {
      if (!file.startsWith('src/domain/') || file.endsWith('.test.ts')) continue;
      if (!/^(\/\/|\/\*\*) \S/.test(await readFile(file, 'utf8'))) silent.push(file);
    }
    expect(silent).toEqual([]);
  });
});
