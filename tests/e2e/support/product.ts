// The product's own operations on the product's own database: what a journey needs before it begins.
import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { openDatabase } from '#adapters/db/client.ts';
import type { Context } from '#domain/context.ts';
import { getImport } from '#domain/imports/queries.ts';
import type { Role } from '#domain/permissions.ts';
import { startWith, type TestFile } from '#tests/support/register-records.ts';
import { createProviders } from '#wiring/providers.ts';
import { people, told } from './people.ts';

const quiet = { info: () => {}, warn: () => {}, error: () => {} };

export interface Product {
  system: Context;
  /** Acts as the person of this role, whose account the set-up has made. */
  as(role: Role): Promise<Context>;
  /** Imports as a manager does, and waits until the worker is through. */
  importFiles(files: TestFile[]): Promise<string>;
  close(): Promise<void>;
}

export function openProduct(): Product {
  const database = openDatabase(told('E2E_DATABASE_URL'), { max: 3 });
  const system: Context = {
    actor: { type: 'system', name: 'journeys' },
    requestId: randomUUID(),
    db: database.db,
    providers: createProviders(database, { KANSLI_DATA_DIR: told('E2E_DATA_DIR') }),
    log: quiet,
    now: () => new Date(),
  };
  const as = async (role: Role): Promise<Context> => {
    const { id, name } = await system.db.user.findUniqueOrThrow({ where: { email: people[role].email } });
    return { ...system, actor: { type: 'user', id, name, role } };
  };
  const importFiles = async (files: TestFile[]) => {
    const manager = await as('manager');
    const runId = await startWith(manager, files);
    const state = async () => (await getImport(manager, { runId })).state;
    await expect.poll(state, { timeout: 30_000 }).toBe('DONE');
    return runId;
  };
  return { system, as, importFiles, close: () => database.close() };
}
