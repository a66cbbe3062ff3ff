import { readHealth } from '#domain/system/queries.ts';
import { systemContext } from '#wiring/context.ts';

export const dynamic = 'force-dynamic';

/** 200 when the process can serve people, else 503; the state of each part either way. */
export async function GET(): Promise<Response> {
  const { ready, parts } = await readHealth(systemContext('health'), {});
  const body = { state: ready ? 'ok' : 'down', parts };
  return Response.json(body, { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
