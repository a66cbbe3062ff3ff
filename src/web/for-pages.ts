// Makes what Next's pages and routes use of the product.
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { requestContext } from '#api/context.ts';
import type { ForPages } from '#api/for-pages.ts';
import { liveResponse, readyResponse } from '#api/health.ts';
import { uploadImportFile } from '#api/import-upload.ts';
import { appRouter } from '#api/router.ts';
import { logUnavailable } from '#api/trpc.ts';
import { isDomainError } from '#domain/errors.ts';
import { auth, readSignedIn } from '#wiring/auth.ts';
import { authRoute } from '#wiring/auth-routes.ts';
import { systemContext } from '#wiring/context.ts';
import { env } from '#wiring/env.ts';
import { logger } from '#wiring/logger.ts';

/** Next prints what a page throws with its stack and all it holds: of a database that does not answer a line is enough. */
async function inALine<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (!isDomainError(error) || error.code !== 'unavailable') throw error;
    logUnavailable(logger('web'), error, { path: 'page' });
    const plain = new Error(error.message);
    plain.stack = plain.message;
    throw plain;
  }
}

export function makeForPages(version: string | undefined): ForPages {
  const { KANSLI_BASE_URL: baseUrl } = env();
  return {
    version,
    queries: async (headers, queryClient) =>
      createTRPCOptionsProxy({
        router: appRouter,
        ctx: await inALine(requestContext(headers)),
        queryClient,
      }),
    signedIn: (headers) => inALine(readSignedIn(headers)),
    answers: {
      auth: (request) => authRoute(request, { auth: auth(), context: systemContext('sign-in'), baseUrl }),
      importFile: (request, runId) =>
        uploadImportFile(request, {
          runId,
          baseUrl,
          caller: () => requestContext(request.headers),
          context: systemContext('upload'),
        }),
      ready: readyResponse,
      live: liveResponse,
    },
  };
}
