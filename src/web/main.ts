// Entry point of the web part: node src/web/main.ts, with NODE_ENV=development while its code is worked on.
import next from 'next';
import { requestContext } from '#api/context.ts';
import { handToPages } from '#api/for-pages.ts';
import { answerCall } from '#api/trpc-endpoint.ts';
import { unfiltered } from '#domain/search/filter-index.ts';
import { runtime } from '#wiring/context.ts';
import { env, isDevelopment, tellNextVersion } from '#wiring/env.ts';
import { logger } from '#wiring/logger.ts';
import { readVersion } from '#wiring/version.ts';
import { makeForPages } from './for-pages.ts';
import { createWebServer } from './server.ts';

const log = logger('web');
const { PORT: port, KANSLI_BASE_URL: baseUrl, KANSLI_TRUST_PROXY: trustProxy } = env();

const version = readVersion();
tellNextVersion(version);
handToPages(makeForPages(version));
const pages = next({ dev: isDevelopment(), dir: `${import.meta.dirname}/../..`, port });
await pages.prepare();
const answerPage = pages.getRequestHandler();

const server = createWebServer({
  trustProxy,
  version,
  api: (request, response) =>
    void answerCall(request, response, { baseUrl, createContext: requestContext, log }),
  pages: (request, response) =>
    void answerPage(request, response).catch((err: unknown) => {
      log.error({ err }, 'a page could not be answered');
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    }),
});
// So that the first person's list need not wait for the index in memory.
void runtime().providers.filters.select(unfiltered);
server.listen(port);

/** Saves that are under way have their time; what stays open longer is the line for changes. */
function stop(): void {
  server.close(() => process.exit(0));
  setTimeout(() => process.exit(0), isDevelopment() ? 0 : 3_000);
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('unhandledRejection', (err) => log.error({ err }, 'unhandled rejection'));
