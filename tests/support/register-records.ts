// Register rows for tests: a small, correct row of the platform Interbook Go, changed as the test needs it.
import type { Context } from '#domain/context.ts';
import { draftImport, startImport } from '#domain/imports/commands.ts';
import { runImport } from '#domain/imports/jobs.ts';
import { getImport } from '#domain/imports/queries.ts';
import { receiveImportFile } from '#domain/imports/receive.ts';

type Fields = Record<string, unknown>;

export interface TestRecord extends Fields {
  municipality: string;
  scraped_at: string;
  association: Fields;
  contacts: Fields[];
  extras: Fields;
}

/** The `id`-th association of Bollnäs's register. `association` and the rest replace what stands here. */
export function registerRecord(
  id: number,
  { association, ...rest }: Partial<Omit<TestRecord, 'association'>> & { association?: Fields } = {},
): TestRecord {
  return {
    source_system: 'IBGO',
    municipality: 'Bollnäs',
    scrape_run_id: '5b7c0f0e-6f0c-4f0e-9d3e-0d5b0a1c2e3f',
    scraped_at: '2025-10-27T05:21:00.000Z',
    association: {
      detail_url: `https://bollnas.ibgo.se/Association/${id}`,
      name: `Provföreningen ${id}`,
      org_number: null,
      types: ['Idrottsförening'],
      activities: ['Fotboll'],
      categories: [],
      homepage_url: `https://prov${id}.example/`,
      street_address: 'Provgatan 1',
      postal_code: '821 30',
      city: 'Bollnäs',
      email: `info@prov${id}.example`,
      phone: '070-174 06 05',
      description: null,
      ...association,
    },
    contacts: [registerContact('Anna Provsson', { contact_person_role: 'Ordförande' })],
    source_navigation: {
      list_page_index: 1,
      position_on_page: 0,
      pagination_model: 'api',
      filter_state: null,
    },
    extras: { ibgo_id: id },
    ...rest,
  };
}

export function registerContact(name: string, fields: Fields = {}): Fields {
  return {
    contact_person_name: name,
    contact_person_role: null,
    contact_person_email: `${name.toLowerCase().replace(/[^a-z]/g, '')}@prov.example`,
    contact_person_phone: null,
    ...fields,
  };
}

export type TestFile = { name: string; content: TestRecord[] | string | Uint8Array };

const bytesOf = ({ content }: TestFile) =>
  typeof content === 'string' || content instanceof Uint8Array
    ? Buffer.from(content as string)
    : Buffer.from(JSON.stringify(content));

async function* oneChunk(bytes: Uint8Array) {
  yield bytes;
}

/** A draft with these files in it; `files` answers what each upload was told. */
export async function draftWith(context: Context, files: TestFile[]) {
  const { runId } = await draftImport(context, {});
  const received = [];
  for (const file of files) {
    received.push(
      await receiveImportFile(context, { runId, name: file.name, bytes: oneChunk(bytesOf(file)) }),
    );
  }
  return { runId, files: received };
}

export async function startWith(context: Context, files: TestFile[]): Promise<string> {
  const { runId } = await draftWith(context, files);
  await startImport(context, { runId });
  return runId;
}

export const asSystem = (context: Context): Context => ({
  ...context,
  actor: { type: 'system', name: 'worker' },
});

/** The whole of an import, as its screen shows it afterwards. */
export async function importFiles(context: Context, files: TestFile[]) {
  const runId = await startWith(context, files);
  await runImport(asSystem(context), { runId });
  return getImport(context, { runId });
}

export const importRecords = (context: Context, records: TestRecord[], name = 'Bollnas_IBGO.json') =>
  importFiles(context, [{ name, content: records }]);
