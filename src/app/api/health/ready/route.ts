import { forPages } from '#api/for-pages.ts';

export const dynamic = 'force-dynamic';

export const GET = (): Promise<Response> => forPages().answers.ready();
