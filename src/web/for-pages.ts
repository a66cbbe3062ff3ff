// Makes what Next's pages and routes use of the product.
import { requestContext } from '#api/context.ts';
import type { ForPages } from '#api/for-pages.ts';
import { liveResponse, readyResponse } from '#api/health.ts';
import { uploadImportFile } from '#api/import-upload.ts';
import { appRouter } from '#api/router.ts';
import { auth, readSignedIn } from '#wiring/auth.ts';
import { authRoute } from '#wiring/auth-routes.ts';
import { systemContext } from '#wiring/context.ts';
import { env } from '#wiring/env.ts';

export function makeForPages(): ForPages {
  const { KANSLI_BASE_URL: baseUrl } = env();
  return {
    caller: async (headers) => appRouter.createCaller(await requestContext(headers)),
    signedIn: (headers) => readSignedIn(headers),
    answers: {
      auth: (request) => authRoute(request, { auth: auth(), context: systemContext('sign-in'), baseUrl }),
      importFile: async (request, runId) =>
        uploadImportFile(request, { runId, baseUrl, context: await requestContext(request.headers) }),
      ready: readyResponse,
      live: liveResponse,
    },
  };
}
