// The lock file fits every platform and every registry mirror: each package by its checksum, none by an address.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Entry {
  version?: string;
  resolved?: string;
  integrity?: string;
  inBundle?: boolean;
  optionalDependencies?: Record<string, string>;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> };
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const add = 'run `npm install --package-lock-only`';

it('knows each package by its checksum; what comes inside another package is covered by that one’s', () => {
  const without = packages.filter(([, { integrity, inBundle }]) => !integrity && !inBundle);
  expect(
    without.map(([path]) => path),
    add,
  ).toEqual([]);
});

it('holds no address of a registry', () => {
  expect(packages.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([]);
});

it('holds the optional packages of all platforms', () => {
  const names = new Set(packages.map(([path]) => path.split('node_modules/').at(-1)));
  const wanted = packages.flatMap(([, { optionalDependencies }]) => Object.keys(optionalDependencies ?? {}));
  expect(
    wanted.filter((name) => !names.has(name)),
    add,
  ).toEqual([]);
});
