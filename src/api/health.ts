// What a probe may ask without signing in: states of the parts, never content.
import { readHealth } from '#domain/system/queries.ts';
import { systemContext } from '#wiring/context.ts';

const headers = { 'cache-control': 'no-store' };

/** 200 when the process can serve people, else 503; the state of each part either way. */
export async function readyResponse(): Promise<Response> {
  const { ready, parts } = await readHealth(systemContext('health'), {});
  return Response.json({ state: ready ? 'ok' : 'down', parts }, { status: ready ? 200 : 503, headers });
}

/** The process answers. */
export const liveResponse = (): Response => Response.json({ state: 'ok' }, { headers });
