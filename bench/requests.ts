// How much is asked of the server after one save with five lists open: the browser's own query cache, its calls counted,
// beside reading again all that is open.
import { InfiniteQueryObserver, QueryObserver } from '@tanstack/react-query';
import { createTRPCClient, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { noteOwnSave } from '#api/own-saves.ts';
import { QueryCache } from '#api/query-cache.ts';
import { type AppRouter, appRouter } from '#api/router.ts';
import { type Change, ownSave } from '#api/shows.ts';
import { setAssociationStatus } from '#domain/associations/commands.ts';
import { createUser } from '#domain/users/create.ts';
import { listQuery } from '#ui/associations/list/list-query.ts';
import { readView } from '#ui/associations/list/read-view.ts';
import { recordQuery } from '#ui/associations/record/record-query.ts';
import { colleaguesQuery, municipalitiesQuery, typesQuery } from '#ui/shared/choices.ts';
import { closeRuntime, createContext, systemContext } from '#wiring/context.ts';
import { importGenerated } from './parts/data.ts';

const system = systemContext('bench');
await importGenerated(system, { associations: 2_000, municipalities: 20 });
const email = 'bench@kansli.example';
const who = { name: 'Bänk', email, role: 'manager' as const, locale: 'sv' as const };
const { id: userId } = await createUser(system, { ...who, password: 'bench-password-of-length' });
const me = { type: 'user' as const, id: userId, name: 'Bänk', role: 'manager' as const };

/** A tab with its query cache; calls go straight to the router and are counted. */
function openTab() {
  const cache = new QueryCache({ defaultOptions: { queries: { staleTime: 30_000, retry: false } } });
  cache.mount();
  let calls = 0;
  let bytes = 0;
  const counting: TRPCLink<AppRouter> =
    () =>
    ({ op }) =>
      observable((observer) => {
        calls += 1;
        const [noun = '', verb = ''] = op.path.split('.');
        const caller = appRouter.createCaller(createContext(me, 'bench')) as unknown as Record<
          string,
          Record<string, (input: unknown) => Promise<unknown>>
        >;
        caller[noun]?.[verb]?.(op.input).then((data) => {
          bytes += JSON.stringify(data).length;
          observer.next({ result: { type: 'data', data } });
          observer.complete();
        }, observer.error);
      });
  const client = createTRPCClient<AppRouter>({ links: [counting] });
  const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient: cache });
  const take = () => {
    const taken = { calls, bytes };
    calls = 0;
    bytes = 0;
    return taken;
  };
  return { cache, trpc, take };
}

const settle = async (cache: QueryCache) => {
  do await new Promise((resolve) => setTimeout(resolve, 20));
  while (cache.isFetching() > 0);
};

/** The list with three pages read, and what its filters choose from. */
async function openList(search: Record<string, string>) {
  const tab = openTab();
  const { cache, trpc } = tab;
  const list = new InfiniteQueryObserver(cache, listQuery(trpc, readView(search)));
  list.subscribe(() => {});
  for (const query of [municipalitiesQuery(trpc), typesQuery(trpc), colleaguesQuery(trpc)])
    new QueryObserver(cache, query as ConstructorParameters<typeof QueryObserver>[1]).subscribe(() => {});
  await settle(cache);
  for (let page = 1; page < 3; page += 1) await list.fetchNextPage();
  tab.take();
  return { ...tab, list };
}

const tabs: Awaited<ReturnType<typeof openList>>[] = [];
for (const search of [
  {},
  { sort: 'city' },
  { status: 'UNCONTACTED' },
  { status: 'MEMBER' },
  { sort: 'updated' },
])
  tabs.push(await openList(search as Record<string, string>));
const record = openTab();
const [shown] = tabs[0]?.list.getCurrentResult().data?.pages.flatMap(({ rows }) => rows) ?? [];
if (!shown) throw new Error('the list is empty');
new QueryObserver(record.cache, recordQuery(record.trpc, shown.id)).subscribe(() => {});
await settle(record.cache);
record.take();

const total = async (read: (tab: { cache: QueryCache }, own: boolean) => Promise<unknown>) => {
  await read(record, true);
  await Promise.all(tabs.map((tab) => read(tab, false)));
  for (const tab of [record, ...tabs]) await settle(tab.cache);
  const own = record.take();
  const lists = tabs.map((tab) => tab.take());
  const sum = (of: 'calls' | 'bytes') => lists.reduce((all, one) => all + one[of], 0);
  return {
    own: own.calls,
    lists: sum('calls'),
    each: lists.map(({ calls }) => calls).join(' '),
    kB: Math.round(sum('bytes') / 1_000),
  };
};

const before = await total(async ({ cache }, own) => {
  // As it was done before: all of associations and municipalities, in the tab of the save twice.
  const all = {
    predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => !String(queryKey[0]).startsWith('user'),
  };
  await cache.invalidateQueries(all);
  if (own) await cache.invalidateQueries(all);
});
const { version } = await system.db.association.findUniqueOrThrow({ where: { id: shown.id } });
await setAssociationStatus(createContext(me, 'bench-save'), { id: shown.id, version, status: 'CONTACTED' });
const change: Change = {
  name: 'association.statusChanged',
  entity: 'association',
  ids: [shown.id],
  requestId: 'bench-save',
};
noteOwnSave('bench-save');
const after = await total(async ({ cache }, own) => {
  // A tab of another browser knows nothing of this save.
  if (own) await cache.readAgain([ownSave]);
  await cache.readAgain([own ? change : { ...change, requestId: 'of another' }]);
});
console.log('one save of a status, five lists of three pages open, and the record in which it was made');
console.table({ 'all is read again': before, 'what shows it': after });
await closeRuntime();
