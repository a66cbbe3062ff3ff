import { forPages } from '#api/for-pages.ts';

const answer = (request: Request): Promise<Response> => forPages().answers.auth(request);

export const GET = answer;
export const POST = answer;
