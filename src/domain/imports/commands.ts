// An import is prepared as a draft, file by file, and starts only when every file tells where it belongs.
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { actorId } from '../context.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { command } from '../operation.ts';
import { municipalitiesOf, type StoredInspection } from './inspect.ts';
import { findDraft, findImport, lockImport, requireDraft } from './records.ts';
import { noteRefusedRows } from './refused-rows.ts';
import { markMissing, rememberRegisters } from './registers.ts';
import {
  AddImportFile,
  ConfirmMissing,
  DraftImport,
  type HeldRegister,
  ImportId,
  maxFilesPerRun,
  RemoveImportFile,
  StartImport,
} from './schema.ts';

const ownRecord = 'a draft is prepared; its start or its end is the event';

/** A file that was taken away again: its row waits until its bytes are removed, and nothing reads it. */
export const removedFile = 'removed';

export const draftImport = command({
  name: 'import.draft',
  input: DraftImport,
  allow: 'import.run',
  quiet: ownRecord,
  async run({ tx, actor }) {
    const run = await tx.importRun.create({
      data: {
        id: uuidv7(),
        state: 'DRAFT',
        channel: actor.type === 'system' ? 'cli' : 'web',
        startedById: actorId(actor),
      },
    });
    return { runId: run.id };
  },
});

export const addImportFile = command({
  name: 'import.addFile',
  input: AddImportFile,
  allow: 'import.run',
  internal: 'whoever calls it has stored and inspected the file; receive.ts does',
  quiet: ownRecord,
  async run({ tx }, { runId, file }) {
    const [run] = await tx.$queryRaw<{ state: string }[]>`
      SELECT state::text FROM import_run WHERE id = ${runId}::uuid FOR UPDATE`;
    if (!run) throw notFound('import');
    if (run.state !== 'DRAFT') throw conflict('importAlreadyStarted', { state: run.state });
    if (!file.storageKey.startsWith(`imports/${runId}/`)) throw invalid('invalidInput');
    const added = await tx.$executeRaw`
      INSERT INTO import_file (id, run_id, position, name, size, storage_key, inspection, refusal)
      SELECT ${file.id}::uuid, ${runId}::uuid, coalesce(max(position), -1) + 1, ${file.name}, ${file.size}, ${file.storageKey},
        ${jsonOrNull(file.inspection)}::jsonb, ${jsonOrNull(file.refusal)}::jsonb
      FROM import_file WHERE run_id = ${runId}::uuid HAVING count(*) < ${maxFilesPerRun}`;
    if (added === 0) throw invalid('importTooManyFiles', { max: maxFilesPerRun });
    await noteRefusedRows(tx, runId, file.id, file.refusedRows);
    return { fileId: file.id };
  },
});

export const removeImportFile = command({
  name: 'import.removeFile',
  input: RemoveImportFile,
  allow: 'import.run',
  quiet: ownRecord,
  async run({ tx }, { runId, fileId }) {
    await lockImport(tx, runId);
    await requireDraft(tx, runId);
    const { count } = await tx.importFile.updateMany({
      where: { id: fileId, runId },
      data: { refusal: { code: removedFile, params: {} } },
    });
    if (count === 0) throw notFound('importFile');
    await tx.importIssue.deleteMany({ where: { runId, fileId } });
  },
});

export const startImport = command({
  name: 'import.start',
  input: StartImport,
  allow: 'import.run',
  async run({ tx, actor, emit, now }, { runId, municipalities }) {
    await lockImport(tx, runId);
    const { files } = await findDraft(tx, runId);
    const usable = files.filter((file) => file.refusal === null);
    if (usable.length === 0) throw invalid('importNoUsableFile');
    const chosen = new Map(Object.entries(municipalities));
    if ([...chosen.keys()].some((id) => !usable.some((file) => file.id === id))) throw notFound('importFile');
    const codes = [...new Set(chosen.values())];
    if ((await tx.municipality.count({ where: { code: { in: codes } } })) < codes.length)
      throw notFound('municipality');
    const unclear = usable.filter(({ id, inspection, municipalityCode }) => {
      const choice = chosen.get(id) ?? municipalityCode;
      return municipalitiesOf(inspection as unknown as StoredInspection, choice).unclear !== null;
    });
    if (unclear.length > 0)
      throw invalid('importMunicipalityUnclear', { files: unclear.map(({ name }) => name).join(', ') });
    if (chosen.size > 0) {
      await tx.$executeRaw`
        UPDATE import_file f SET municipality_code = c.value
        FROM jsonb_each_text(${JSON.stringify(municipalities)}::jsonb) AS c WHERE f.id = c.key::uuid AND f.run_id = ${runId}::uuid`;
    }
    await tx.importRun.updateMany({
      where: { id: runId },
      data: { state: 'QUEUED', startedById: actorId(actor), startedAt: now() },
    });
    // Its event also wakes the worker, whose reconciler finds the queued run, as soon as this commits.
    emit('import.started', { ids: [runId], details: { files: usable.length } });
  },
});

/** Throws a draft away. Its row goes when its files' bytes are gone (sweep.ts). */
export const discardImport = command({
  name: 'import.discard',
  input: ImportId,
  allow: 'import.run',
  async run({ tx, emit, now }, { runId }) {
    await lockImport(tx, runId);
    await findDraft(tx, runId);
    await tx.importRun.update({ where: { id: runId }, data: { state: 'CANCELLED', finishedAt: now() } });
    emit('import.discarded', { ids: [runId] });
  },
});

/** Stops a run at its next batch. What was merged stays merged. */
export const cancelImport = command({
  name: 'import.cancel',
  input: ImportId,
  allow: 'import.run',
  async run({ tx, emit, now }, { runId }) {
    await lockImport(tx, runId);
    const { state, cursor } = await findImport(tx, runId);
    if (state !== 'QUEUED' && state !== 'STAGING' && state !== 'MERGING') throw conflict('importNotRunning');
    await tx.importRun.update({
      where: { id: runId },
      data: { state: 'CANCELLED', finishedAt: now(), holderId: null },
    });
    emit('import.cancelled', { ids: [runId], details: { state, merged: cursor + 1 } });
  },
});

export const confirmMissing = command({
  name: 'import.confirmMissing',
  input: ConfirmMissing,
  allow: 'import.run',
  async run({ tx, emit, now }, { runId, platform, instance }) {
    await lockImport(tx, runId);
    const run = await findImport(tx, runId);
    const held = run.held as unknown as HeldRegister[];
    const register = held.find((one) => one.platform === platform && one.instance === instance);
    if (!register) throw notFound('register');
    if (register.confirmedAt) throw conflict('importAlreadyConfirmed');
    const scrapedAt = new Date(register.scrapedAt);
    const known = await tx.register.findUnique({ where: { platform_instance: { platform, instance } } });
    if (known?.lastScrapedAt && known.lastScrapedAt > scrapedAt) throw conflict('importHeldOutdated');
    const one = {
      platform,
      instance,
      rows: register.rows,
      began_at: register.beganAt,
      scraped_at: register.scrapedAt,
    };
    const missing = await markMissing({ tx, emit }, runId, [one]);
    await rememberRegisters(tx, runId, [one]);
    register.confirmedAt = now().toISOString();
    await tx.importRun.update({ where: { id: runId }, data: { held: structuredClone(held) as object[] } });
    emit('import.missingConfirmed', { ids: [runId], details: { platform, register: instance, missing } });
    return { missing };
  },
});

/** Writes down that these bytes are gone, and takes away the drafts that nothing is left of. */
export const forgetImportFiles = command({
  name: 'import.forgetFiles',
  input: z.strictObject({ keys: z.array(z.string().max(200)).max(1_000), draftsBefore: z.date() }),
  allow: 'system',
  internal: 'a step of sweep.ts, after the bytes are removed',
  quiet: 'an uploaded file is needed only until it is read',
  async run({ tx, now }, { keys, draftsBefore }) {
    await tx.importFile.updateMany({ where: { storageKey: { in: keys } }, data: { storageKey: '' } });
    await tx.importRun.updateMany({
      where: { state: 'DRAFT', createdAt: { lt: draftsBefore } },
      data: { state: 'CANCELLED', finishedAt: now() },
    });
    await tx.importRun.deleteMany({
      where: { state: 'CANCELLED', startedAt: null, files: { none: { storageKey: { not: '' } } } },
    });
  },
});

const jsonOrNull = (value: unknown) => (value ? JSON.stringify(value) : null);
