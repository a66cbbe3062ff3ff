import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { AnyTRPCProcedure } from '@trpc/server';
import { beforeAll, expect, it } from 'vitest';
import { appRouter } from '#api/router.ts';
import { madeOperations, type Operation } from '#domain/operation.ts';
import { authRoutes } from '#wiring/auth-routes.ts';

interface Found {
  file: string;
  exported: string;
  operation: Operation;
}

const isOperation = (value: unknown): value is Operation =>
  typeof value === 'function' && 'operation' in value && 'allow' in value && 'kind' in value;

/** Who may call what is no operation. That it is so, the tests beside the routes prove. */
const routeAccess: Record<string, string> = {
  'GET /api/health/live': 'public',
  'GET /api/health/ready': 'public',
  'POST /api/imports/[runId]/files': 'import.run',
  'POST /api/auth/sign-in/email': 'public',
  'POST /api/auth/sign-out': 'public',
  'GET /api/auth/get-session': 'public',
};
const subscriptionAccess: Record<string, string> = { 'live.changes': 'signed-in' };

/** Addresses whose own tables stand elsewhere in this list. */
const shared = ['/api/auth/[...all]'];

/** `METHOD /path` of everything below src/app that answers without being a page. */
async function foundRoutes(): Promise<string[]> {
  const found = Object.keys(authRoutes);
  for (const file of globSync('src/app/**/route.{ts,tsx}')) {
    const path = file.replace(/^src\/app/, '').replace(/\/route\.tsx?$/, '');
    const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as object;
    const methods = Object.keys(module).filter((name) => /^[A-Z]+$/.test(name));
    if (!shared.includes(path)) found.push(...methods.map((method) => `${method} ${path}`));
  }
  return found.sort();
}

const routers = globSync('src/api/routers/*.ts').filter((file) => !file.endsWith('.test.ts'));

function procedurePaths(isWanted: (type: string) => boolean): string[] {
  const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>);
  const wanted = procedures.filter(([, procedure]) => isWanted(procedure._def.type));
  return wanted.map(([path]) => path).sort();
}

let operations: Found[];
let wire: string;

beforeAll(async () => {
  operations = [];
  for (const file of globSync('src/{domain,sample}/**/*.ts').sort()) {
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
  expect(procedurePaths((type) => type !== 'subscription')).toEqual(exposed.sort());
});

it('no two operations share a name', () => {
  const names = madeOperations().map(({ operation }) => operation);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

it('an operation that its file keeps to itself says why it is internal', () => {
  const exported = new Set<unknown>(operations.map(({ operation }) => operation));
  const kept = madeOperations().filter((operation) => !exported.has(operation));
  expect(kept.length).toBeGreaterThan(5);
  expect(kept.filter(({ internal }) => internal === undefined).map(({ operation }) => operation)).toEqual([]);
});

it('every route and subscription has its access written down', async () => {
  expect(Object.keys(routeAccess).sort()).toEqual(await foundRoutes());
  expect(Object.keys(subscriptionAccess).sort()).toEqual(procedurePaths((type) => type === 'subscription'));
});

it('access is what was agreed', async () => {
  const line = (name: string, kind: string, allow: string, internal = '') =>
    [name.padEnd(36), kind.padEnd(8), allow.padEnd(20), internal].join(' ').trimEnd();
  const lines = [
    ...madeOperations().map(({ operation, kind, allow, internal }) =>
      line(operation, kind, allow, internal ? 'internal' : ''),
    ),
    ...Object.entries(subscriptionAccess).map(([path, allow]) => line(path, 'subscription', allow)),
    ...Object.entries(routeAccess).map(([route, allow]) => line(route, 'route', allow)),
  ].sort();
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('operations.txt');
});
