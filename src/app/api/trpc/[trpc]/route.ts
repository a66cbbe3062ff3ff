import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { requestContext } from '#api/context.ts';
import { appRouter } from '#api/router.ts';

export const dynamic = 'force-dynamic';

const handle = (request: Request) =>
  fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router: appRouter,
    createContext: () => requestContext(request.headers),
    responseMeta: () => ({ headers: { 'cache-control': 'no-store' } }),
  });

export { handle as GET, handle as POST };
