import { liveResponse } from '#api/health.ts';

export const dynamic = 'force-dynamic';

export const GET = liveResponse;
