import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { AnyTRPCProcedure } from '@trpc/server';
import { beforeAll, expect, it } from 'vitest';
import { appRouter } from '#api/router.ts';
import type { Operation } from '#domain/operation.ts';

interface Found {
  file: string;
  exported: string;
  operation: Operation;
}

const isOperation = (value: unknown): value is Operation =>
  typeof value === 'function' && 'operation' in value && 'allow' in value && 'kind' in value;

const routers = globSync('src/api/routers/*.ts').filter((file) => !file.endsWith('.test.ts'));
let operations: Found[];
let wire: string;

beforeAll(async () => {
  operations = [];
  for (const file of globSync('src/domain/**/*.ts').sort()) {
    if (file.endsWith('.test.ts')) continue;
    const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<string, unknown>;
    for (const [exported, value] of Object.entries(module)) {
      if (isOperation(value)) operations.push({ file, exported, operation: value });
    }
  }
  const sources = routers.map((file) => readFile(file, 'utf8'));
  wire = (await Promise.all(sources)).join('\n');
});

it('finds the operations at all', () => {
  expect(operations.length).toBeGreaterThan(10);
});

it('every operation is exposed, or says why it is internal', () => {
  const astray = operations
    .filter(
      ({ exported, operation }) =>
        wire.includes(`expose(${exported})`) === (operation.internal !== undefined),
    )
    .map(({ file, exported }) => `${file}: ${exported}`);
  expect(astray, 'expose it in src/api/routers, or give it an `internal` reason; not both').toEqual([]);
});

it('every router is part of the API', async () => {
  const reachable = new Set<unknown>(Object.values(appRouter._def.procedures));
  for (const file of routers) {
    const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<
      string,
      typeof appRouter
    >;
    for (const [name, router] of Object.entries(module)) {
      const lost = Object.entries(router._def.procedures).filter(
        ([, procedure]) => !reachable.has(procedure),
      );
      expect(lost, `${file}: ${name} is not in src/api/router.ts`).toEqual([]);
    }
  }
});

it('an operation is called over the wire by its own name', () => {
  const exposed = operations
    .filter(({ operation }) => !operation.internal)
    .map(({ operation }) => operation.operation);
  const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>);
  const paths = procedures
    .filter(([, procedure]) => procedure._def.type !== 'subscription')
    .map(([path]) => path);
  expect(paths.sort()).toEqual(exposed.sort());
});

it('no two operations share a name', () => {
  const names = operations.map(({ operation }) => operation.operation);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

it('access is what was agreed', async () => {
  const lines = operations
    .map(({ operation: { operation, kind, allow, internal } }) =>
      [operation.padEnd(36), kind.padEnd(8), allow.padEnd(20), internal ? 'internal' : '']
        .join(' ')
        .trimEnd(),
    )
    .sort();
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('operations.txt');
});
