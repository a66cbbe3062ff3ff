// The one list of work that the clock asks for, and how it is queued. What rows ask for belongs in the reconciler.
import { z } from 'zod';
import type { Context, Db } from '#domain/context.ts';
import { job } from '#domain/job.ts';
import type { JobQueue } from '#domain/queue.ts';
import { nextTime, type Schedule, whatIsDue } from '#domain/schedule.ts';
import { sweepSignIns } from '#domain/users/sweep.ts';

export const schedules: readonly Schedule[] = [
  { name: 'signIns.sweep', every: { dayAt: '03:00' }, job: sweepSignIns, missed: 'runOnce' },
];

/** After a run that failed: sooner than the next time, where that is far. */
const againAfterMinutes = 10;

/** One worker's look at the clock; several may look at once, for the queue keeps one job per name. Resolves with what it queued. */
export async function queueDue(
  db: Db,
  queue: JobQueue,
  { now = new Date(), list = schedules }: { now?: Date; list?: readonly Schedule[] } = {},
): Promise<string[]> {
  const queued: string[] = [];
  for (const one of list) {
    const due = await nextAt(db, one, now);
    const what = whatIsDue(one, due, now);
    if (what === 'leaveOut') await moveOn(db, one.name, due, { nextAt: nextTime(one.every, now) });
    if (what !== 'run') continue;
    await queue.add(runScheduled, { name: one.name }, { key: one.name });
    queued.push(one.name);
  }
  return queued;
}

/** A schedule that is new runs at its first time, not at once. */
async function nextAt(db: Db, { name, every }: Schedule, now: Date): Promise<Date> {
  await db.$executeRaw`
    INSERT INTO schedule (name, next_at) VALUES (${name}, ${nextTime(every, now)}) ON CONFLICT DO NOTHING`;
  const row = await db.schedule.findUniqueOrThrow({ where: { name }, select: { nextAt: true } });
  return row.nextAt;
}

/** Only from the time that was read: whoever was quicker has moved it already. */
async function moveOn(
  db: Db,
  name: string,
  due: Date,
  data: { nextAt: Date; lastAt?: Date; error?: string | null },
): Promise<void> {
  await db.schedule.updateMany({ where: { name, nextAt: due }, data });
}

/** Runs what is due; a job that comes late, or twice, finds that its time has been moved on. */
export async function runDue(
  context: Context,
  name: string,
  list: readonly Schedule[] = schedules,
): Promise<void> {
  const { db, log, now } = context;
  const one = list.find((other) => other.name === name);
  const row = one && (await db.schedule.findUnique({ where: { name } }));
  if (!one || !row || row.nextAt > now()) return;
  const { nextAt: due } = row;
  try {
    await one.job(context, {});
    await moveOn(db, name, due, { nextAt: nextTime(one.every, now()), lastAt: now(), error: null });
  } catch (err) {
    // It is its own queue: the error stands in its row, and the next try is a time like any other.
    const again = Math.min(
      nextTime(one.every, now()).getTime(),
      nextTime({ minutes: againAfterMinutes }, now()).getTime(),
    );
    await moveOn(db, name, due, { nextAt: new Date(again), lastAt: now(), error: textOf(err) });
    log.error({ err, schedule: name, again: new Date(again) }, 'scheduled work failed');
  }
}

const textOf = (err: unknown) =>
  (err instanceof Error ? err.message : String(err)).replaceAll('\0', '').slice(0, 500);

export const runScheduled = job({
  name: 'schedule.run',
  payload: z.strictObject({ name: z.string().max(100) }),
  run: (context, { name }) => runDue(context, name),
});
