// What is left of sign-ins that are over: the addresses of machines stand in it, so it goes when it has no more use.
import { z } from 'zod';
import { job } from '../job.ts';
import { command } from '../operation.ts';
import { forgetAttempts } from './attempts.ts';

export const forgetSignIns = command({
  name: 'user.forgetSignIns',
  input: z.strictObject({}),
  allow: 'system',
  internal: 'a step of job user.sweepSignIns',
  quiet: 'what has run out already lets nobody in and nobody sees it',
  async run({ tx, now }) {
    await tx.session.deleteMany({ where: { expiresAt: { lt: now() } } });
    await tx.verification.deleteMany({ where: { expiresAt: { lt: now() } } });
    await forgetAttempts(tx, { cleared: [], givenBack: [] }, now());
  },
});

export const sweepSignIns = job({
  name: 'user.sweepSignIns',
  payload: z.strictObject({}),
  run: (context) => forgetSignIns(context, {}),
});
