export const dynamic = 'force-dynamic';

/** The process answers. */
export const GET = () => Response.json({ state: 'ok' }, { headers: { 'cache-control': 'no-store' } });
