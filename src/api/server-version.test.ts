import { beforeEach, expect, it, vi } from 'vitest';
import { versionHeader } from '#lib/response-headers.ts';

const stored = new Map<string, string>();
const answer = (version?: string) =>
  new Response(null, { headers: version ? { [versionHeader]: version } : {} });

/** As it is after the page has been loaded. */
async function page(version: string | undefined) {
  vi.resetModules();
  const store = await import('./server-version.ts');
  store.setPageVersion(version);
  return store;
}

beforeEach(() => {
  stored.clear();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  });
});

it('offers a version that is not the page’s, and keeps to it while servers of both versions answer', async () => {
  const store = await page('one');
  const told = vi.fn();
  store.onOffer(told);
  store.hearVersion(answer('one'));
  store.hearVersion(answer());
  expect(store.offeredVersion()).toBeUndefined();
  expect(told).not.toHaveBeenCalled();

  store.hearVersion(answer('two'));
  store.hearVersion(answer('two'));
  expect(store.offeredVersion()).toBe('two');
  store.hearVersion(answer('one'));
  expect(store.offeredVersion()).toBe('two');
  expect(told).toHaveBeenCalledTimes(1);
});

it('offers a version once, also when the old page comes again, and the next version anew', async () => {
  const before = await page('one');
  before.hearVersion(answer('two'));
  before.rememberOffer();
  expect(before.offeredVersion()).toBe('two');

  const again = await page('one');
  again.hearVersion(answer('two'));
  expect(again.offeredVersion()).toBeUndefined();
  again.hearVersion(answer('three'));
  expect(again.offeredVersion()).toBe('three');
  again.declineOffer();
  again.hearVersion(answer('three'));
  expect(again.offeredVersion()).toBeUndefined();
});

it('keeps the page’s version when a later part of the page names another', async () => {
  const store = await page('one');
  store.setPageVersion('two');
  store.hearVersion(answer('two'));
  expect(store.offeredVersion()).toBe('two');
});

it('offers nothing while Kansli is worked on, and needs no storage', async () => {
  const none = await page(undefined);
  none.hearVersion(answer('two'));
  expect(none.offeredVersion()).toBeUndefined();

  vi.stubGlobal('sessionStorage', undefined);
  const store = await page('one');
  store.hearVersion(answer('two'));
  store.declineOffer();
  expect(store.offeredVersion()).toBeUndefined();
});

it('asks when something is missing, and is quiet without a network', async () => {
  const store = await page('one');
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  await store.askVersion();
  expect(store.offeredVersion()).toBeUndefined();
  vi.stubGlobal('fetch', () => Promise.resolve(answer('two')));
  await store.askVersion();
  expect(store.offeredVersion()).toBe('two');
});
