// Makes the context of one request: who acts, under which request id.
import { randomUUID } from 'node:crypto';
import type { Context } from '#domain/context.ts';
import { readActor } from '#wiring/auth.ts';
import { createContext } from '#wiring/context.ts';

export async function requestContext(headers: Headers): Promise<Context> {
  return createContext(await readActor(headers), randomUUID());
}
