// What a browser fetches of scripts before a screen is usable: every file the first HTML names, compressed as it is sent.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createUser } from '#domain/users/create.ts';
import { closeRuntime, runtime, systemContext } from '#wiring/context.ts';
import { importGenerated } from './parts/data.ts';
import { startWeb } from './parts/web.ts';

const barKb = 190;
const context = systemContext('bench');
const person = { email: 'bench@kansli.example', password: 'bench-password-of-length' };
await createUser(context, { ...person, name: 'Bänk', role: 'admin', locale: 'sv' });
await importGenerated(context, { associations: 200, municipalities: 4 });
const { id } = await runtime().database.db.association.findFirstOrThrow({ select: { id: true } });
const web = await startWeb(person.email, person.password);

const screens = [
  { name: 'list', path: '/associations', bar: barKb },
  { name: 'record', path: `/associations/${id}` },
  { name: 'imports', path: '/imports' },
  { name: 'municipalities', path: '/municipalities' },
  { name: 'sign-in', path: '/sign-in', signedOut: true },
];

/** Browsers that know modules leave `nomodule` scripts where they are. */
function scripts(html: string): string[] {
  const named = [...html.matchAll(/<(?:script|link)\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .flatMap((tag) => tag.match(/\b(?:src|href)="(\/_next\/static\/[^"?]+\.js)/)?.[1] ?? []);
  return [...new Set(named)];
}

const bytes = (path: string) => {
  const file = readFileSync(join('.next', decodeURIComponent(path).replace('/_next/', '')));
  return { raw: file.length, gzip: gzipSync(file, { level: 9 }).length };
};
const kb = (size: number) => (size / 1000).toFixed(1).padStart(8);

const found = new Map<string, string[]>();
for (const { name, path, signedOut } of screens) found.set(name, scripts(await web.page(path, !signedOut)));
const shared = [...found.values()].reduce((all, each) => all.filter((path) => each.includes(path)));

console.log(`${'kB (gzip, raw)'.padEnd(44)}${'gzip'.padStart(8)}${'raw'.padStart(8)}`);
const print = (label: string, paths: string[]) => {
  const sizes = paths.map(bytes);
  const sum = (of: 'raw' | 'gzip') => sizes.reduce((all, each) => all + each[of], 0);
  console.log(`${label.padEnd(44)}${kb(sum('gzip'))}${kb(sum('raw'))}`);
  return sum('gzip');
};
print(`every screen (${shared.length} files)`, shared);
for (const path of shared) print(`  ${path.split('/').at(-1)}`, [path]);
for (const { name, bar } of screens) {
  const paths = found.get(name) ?? [];
  const total = print(`${name} (${paths.length} files)`, paths);
  for (const path of paths.filter((each) => !shared.includes(each)))
    print(`  ${path.split('/').at(-1)}`, [path]);
  if (bar) console.log(`  bar ${bar} kB: ${total <= bar * 1000 ? 'ok' : 'MISSED'}`);
}
await web.stop();
await closeRuntime();
