import { auth } from '#wiring/auth.ts';
import { authRoute } from '#wiring/auth-routes.ts';
import { systemContext } from '#wiring/context.ts';
import { env } from '#wiring/env.ts';

const answer = (request: Request): Promise<Response> =>
  authRoute(request, { auth: auth(), context: systemContext('sign-in'), baseUrl: env().KANSLI_BASE_URL });

export const GET = answer;
export const POST = answer;
