import { readyResponse } from '#api/health.ts';

export const dynamic = 'force-dynamic';

export const GET = readyResponse;
