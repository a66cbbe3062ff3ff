// What the server hands to Next's pages. Next bundles a copy of every module that a page imports, and a second copy of the
// domain would have a second pool of connections and a second index in memory: pages use what is handed over here.
import type { QueryClient } from '@tanstack/react-query';
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { SignedIn } from '#wiring/auth.ts';
import type { AppRouter } from './router.ts';

export interface ForPages {
  /** The build's; see wiring/version.ts. */
  version: string | undefined;
  /** The API's queries, as the browser has them, under the permissions of whoever sent these headers. */
  queries(headers: Headers, cache: QueryClient): Promise<TRPCOptionsProxy<AppRouter>>;
  /** Null when nobody is signed in. */
  signedIn(headers: Headers): Promise<SignedIn | null>;
  answers: {
    auth(request: Request): Promise<Response>;
    importFile(request: Request, runId: string): Promise<Response>;
    ready(): Promise<Response>;
    live(): Response;
  };
}

// The one thing that both copies of this module share.
const holder = globalThis as { kansliForPages?: ForPages };

export function handToPages(given: ForPages): void {
  holder.kansliForPages = given;
}

export function forPages(): ForPages {
  if (!holder.kansliForPages) throw new Error('Pages are served by src/web/main.ts alone.');
  return holder.kansliForPages;
}
