import { expect, it } from 'vitest';
import type { Context } from '#domain/context.ts';
import { draftImport } from '#domain/imports/commands.ts';
import { maxFileBytes } from '#domain/imports/schema.ts';
import { testContext } from '#tests/support/context.ts';
import { testDatabase } from '#tests/support/database.ts';
import { registerRecord } from '#tests/support/register-records.ts';
import { type Upload, uploadImportFile } from './import-upload.ts';

const baseUrl = 'https://kansli.example';
const body = JSON.stringify([registerRecord(1)]);
const bytes = Buffer.byteLength(body);

async function upload(
  context: Context,
  runId: string,
  headers: Record<string, string> = {},
  name = 'a b.json',
  extra: Partial<Upload> = {},
) {
  let read = false;
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        read = true;
        controller.enqueue(Buffer.from(body));
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const request = new Request(`${baseUrl}/api/imports/${runId}/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: stream,
    headers: { origin: baseUrl, 'sec-fetch-site': 'same-origin', ...headers },
    duplex: 'half',
  } as RequestInit);
  const response = await uploadImportFile(request, {
    runId,
    baseUrl,
    context,
    caller: async () => context,
    ...extra,
  });
  return { status: response.status, answer: await response.json(), read };
}

it('takes a file, also a second one of the same name', async () => {
  const context = await testContext('manager');
  const { runId } = await draftImport(context, {});
  expect(await upload(context, runId)).toMatchObject({ status: 200, answer: { rows: 1, refusal: null } });
  expect(await upload(context, runId)).toMatchObject({ status: 200 });
  expect(await context.db.importFile.findMany({ where: { runId } })).toMatchObject([
    { name: 'a b.json', position: 0 },
    { name: 'a b.json', position: 1 },
  ]);
});

it('refuses other sites, strangers, the role user and foreign runs before it reads the body', async () => {
  const manager = await testContext('manager');
  const { runId } = await draftImport(manager, {});
  const refused = (status: number, key: string) => ({
    status,
    read: false,
    answer: { error: { messageKey: key } },
  });
  expect(await upload(manager, runId, { origin: 'https://evil.example' })).toMatchObject(
    refused(403, 'forbidden'),
  );
  expect(await upload(manager, runId, { 'sec-fetch-site': 'cross-site' })).toMatchObject(
    refused(403, 'forbidden'),
  );
  expect(await upload(await testContext('user'), runId)).toMatchObject(refused(403, 'forbidden'));
  expect(await upload(await testContext('anonymous'), runId)).toMatchObject(refused(401, 'unauthenticated'));
  expect(await upload(manager, crypto.randomUUID())).toMatchObject(refused(404, 'notFound'));
  expect(await upload(manager, 'x')).toMatchObject(refused(400, 'invalidInput'));
  expect(await upload(manager, runId, {}, '')).toMatchObject(refused(400, 'invalidInput'));
  expect(await manager.db.importFile.count()).toBe(0);
});

it('answers 413 with the limit for a file that says it is too large, without reading it', async () => {
  const context = await testContext('manager');
  const { runId } = await draftImport(context, {});
  const announced = { 'content-length': String(maxFileBytes + 1) };
  const tooLarge = {
    status: 413,
    answer: { error: { messageKey: 'fileTooLarge', details: { maxBytes: maxFileBytes } } },
  };
  expect(await upload(context, runId, announced)).toMatchObject({ ...tooLarge, read: false });
});

it('answers 413 with the limit for a stream that grows too large without saying its length, and keeps nothing', async () => {
  const context = await testContext('manager');
  const { runId } = await draftImport(context, {});
  expect(await upload(context, runId, {}, 'a.json', { maxBytes: bytes - 1 })).toMatchObject({
    status: 413,
    answer: { error: { messageKey: 'fileTooLarge', details: { maxBytes: bytes - 1 } } },
  });
  expect(await context.db.importFile.count()).toBe(0);
  expect(await upload(context, runId, {}, 'a.json', { maxBytes: bytes })).toMatchObject({ status: 200 });
});

it('says that the disk is full when the file store cannot take the file, or the database its rows', async () => {
  const context = await testContext('manager');
  const { runId } = await draftImport(context, {});
  const full = { status: 503, answer: { error: { code: 'unavailable', messageKey: 'diskFull' } } };
  const noSpace = Object.assign(new Error('write'), { code: 'ENOSPC' });
  const withProvider = (provider: Partial<Context['providers']>) => ({
    ...context,
    providers: { ...context.providers, ...provider },
  });
  const storage = { ...context.providers.storage, put: () => Promise.reject(noSpace) };
  expect(await upload(withProvider({ storage }), runId)).toMatchObject(full);
  const { pool } = await testDatabase();
  const raise = "DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$";
  const staging = {
    ...context.providers.staging,
    write: async () => (await pool.query(raise)).rowCount ?? 0,
  };
  expect(await upload(withProvider({ staging }), runId)).toMatchObject(full);
  expect(await context.db.importFile.count()).toBe(0);
});
