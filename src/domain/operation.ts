// The engine: checks access, parses input, opens the transaction and writes the events, once, for every operation.
import { validate as isUuid, v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Context, Tx, Unit } from './context.ts';
import { actorId } from './context.ts';
import { isCollision, isCutOff, readSafely, toDomainError, untilPoolKnows } from './database-errors.ts';
import { DomainError } from './errors.ts';
import type { EventDraft, EventName } from './events.ts';
import { events } from './events.ts';
import { type Access, can } from './permissions.ts';
import { planOnce } from './plan-once.ts';

interface Definition<I extends z.ZodType> {
  /** `noun.verb`; the tRPC path and the name in logs. */
  name: string;
  input: I;
  allow: Access;
  /** Set when no API path may lead here: the reason why. */
  internal?: string;
}

export type OperationKind = 'query' | 'command';

export interface Operation<
  I extends z.ZodType = z.ZodType,
  O = unknown,
  C = Context,
  K extends OperationKind = OperationKind,
> {
  (caller: C, input: z.input<I>): Promise<O>;
  kind: K;
  operation: string;
  input: I;
  allow: Access;
  internal: string | undefined;
}

function checkAccess(allow: Access, { actor }: Pick<Context, 'actor'>): void {
  if (allow === 'public' || actor.type === 'system') return;
  if (actor.type === 'anonymous') throw new DomainError('unauthenticated', 'unauthenticated');
  if (allow === 'signed-in') return;
  if (allow === 'system' || !can(actor.role, allow)) throw new DomainError('forbidden', 'forbidden');
}

function parseInput<I extends z.ZodType>(schema: I, input: z.input<I>): z.output<I> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    code: issue.code,
    message: issue.message,
  }));
  throw new DomainError('invalid', 'invalidInput', { fields });
}

const made: Operation[] = [];

/** Every operation of the modules that are loaded, also one that its file keeps to itself: for the list of what can be called. */
export const madeOperations = (): readonly Operation[] => made;

/** Makes an operation of a function that checks access and parses its input itself, and notes it in the list. */
export function asOperation<F extends (caller: never, input: never) => Promise<unknown>>(
  run: F,
  kind: OperationKind,
  { name, input, allow, internal }: Definition<z.ZodType>,
) {
  const operation = Object.assign(run, { kind, operation: name, input, allow, internal });
  made.push(operation as unknown as Operation);
  return operation;
}

/** Reads. Runs with the database and the providers; never writes, so that it runs once more when its connection is ended. */
export function query<I extends z.ZodType, O>(
  definition: Definition<I> & { run(context: Context, input: z.output<I>): Promise<O> },
): Operation<I, O, Context, 'query'> {
  const call = async (context: Context, input: z.input<I>): Promise<O> => {
    checkAccess(definition.allow, context);
    const parsed = parseInput(definition.input, input);
    return readSafely(() => definition.run(context, parsed));
  };
  return asOperation(call, 'query', definition) as Operation<I, O, Context, 'query'>;
}

/**
 * Writes. Runs in one transaction (its caller's, when called from inside another command) and commits its events with it.
 * Throws when it emitted nothing, unless `quiet` says why that is right.
 */
export function command<I extends z.ZodType, O>(
  definition: Definition<I> & { quiet?: string; run(unit: Unit, input: z.output<I>): Promise<O> },
): Operation<I, O, Context | Unit, 'command'> {
  const call = async (caller: Context | Unit, input: z.input<I>): Promise<O> => {
    checkAccess(definition.allow, caller);
    const parsed = parseInput(definition.input, input);
    if ('tx' in caller) return runNested(definition, caller, parsed);
    for (let attempt = 1; ; attempt += 1) {
      const progress = { begun: false };
      try {
        return await runInTransaction(definition, caller, parsed, progress);
      } catch (error) {
        const known = toDomainError(error);
        // Nothing but the database was touched, and that is undone: after a deadlock the whole is safe to run again, and so
        // is what never began, because its connection was already dead. Whatever else was cut off may have been committed.
        const isHarmless = isCollision(known) || (!progress.begun && isCutOff(error));
        if (attempt === maxAttempts || !isHarmless) throw known;
        if (!isCollision(known)) await untilPoolKnows();
      }
    }
  };
  return asOperation(call, 'command', definition) as Operation<I, O, Context | Unit, 'command'>;
}

interface Runnable<I, O> {
  name: string;
  quiet?: string;
  run(unit: Unit, input: I): Promise<O>;
}

const maxAttempts = 3;

/** Why a transaction may no longer commit: a command inside it failed, whatever the outer one made of that. */
const failures = new WeakMap<Tx, { error: unknown }>();

function runInTransaction<I, O>(
  definition: Runnable<I, O>,
  caller: Context,
  input: I,
  progress: { begun: boolean },
): Promise<O> {
  return caller.db.$transaction(
    async (tx) => {
      progress.begun = true;
      const written: EventRow[] = [];
      const { actor, requestId } = caller;
      const emit = (name: EventName, draft: EventDraft) => written.push(eventRow(caller, name, draft));
      const result = await runCounted(definition, { actor, requestId, tx, now: caller.now, emit }, input);
      const failure = failures.get(tx);
      if (failure) throw failure.error;
      await writeEvents(tx, written);
      return result;
    },
    { timeout: 60_000, maxWait: 10_000 },
  );
}

async function runNested<I, O>(definition: Runnable<I, O>, unit: Unit, input: I): Promise<O> {
  try {
    return await runCounted(definition, unit, input);
  } catch (error) {
    failures.set(unit.tx, { error });
    throw error;
  }
}

async function runCounted<I, O>(definition: Runnable<I, O>, unit: Unit, input: I): Promise<O> {
  let emitted = 0;
  const counted: Unit = {
    ...unit,
    emit(name, draft) {
      emitted += 1;
      unit.emit(name, draft);
    },
  };
  const result = await definition.run(counted, input);
  if (emitted === 0 && definition.quiet === undefined) {
    throw new Error(`${definition.name} changed something without an event; emit one or say why it is quiet`);
  }
  return result;
}

interface EventRow {
  id: string;
  name: EventName;
  entity: string;
  ids: string[];
  associations: string[];
  actor_type: string;
  actor_id: string | null;
  request_id: string;
  details: Record<string, unknown>;
}

function eventRow({ actor, requestId }: Context, name: EventName, draft: EventDraft): EventRow {
  const strange = [...draft.ids, ...(draft.associations ?? [])].find((id) => !isUuid(id));
  if (strange !== undefined)
    throw new Error(
      `The event ${name} names "${strange}", which is no UUID; put other keys into its details`,
    );
  return {
    id: uuidv7(),
    name,
    entity: events[name].entity,
    ids: draft.ids,
    associations: draft.associations ?? [],
    actor_type: actor.type,
    actor_id: actorId(actor),
    request_id: requestId,
    details: draft.details ?? {},
  };
}

// One round trip for events, their timeline links and the wake-up, which PostgreSQL delivers at commit.
async function writeEvents(tx: Tx, rows: EventRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`${planOnce}
    WITH drafted AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS d(
        id uuid, name text, entity text, ids jsonb, associations jsonb,
        actor_type text, actor_id uuid, request_id text, details jsonb)
    ), written AS (
      INSERT INTO event (id, name, entity, entity_ids, actor_type, actor_id, request_id, payload)
      SELECT id, name, entity, ARRAY(SELECT jsonb_array_elements_text(ids)::uuid),
             actor_type, actor_id, request_id, details
      FROM drafted
    ), linked AS (
      INSERT INTO event_association (association_id, event_id)
      SELECT DISTINCT link::uuid, id FROM drafted, jsonb_array_elements_text(associations) AS link
    )
    SELECT pg_notify('kansli_outbox', '')`;
}
