// A Kansli to look around in: the generated sample and one account per role, with passwords made on the spot.
import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import type { Context } from '#domain/context.ts';
import { roles } from '#domain/permissions.ts';
import { createUser } from '#domain/users/create.ts';
import { setPassword } from '#domain/users/set-password.ts';
import { isSampleLoaded, loadSample } from '#sample/load.ts';
import type { WithContext } from './user.ts';

const people = {
  admin: { name: 'Ada Administratör', email: 'admin@kansli.example' },
  manager: { name: 'Hanna Handläggare', email: 'handlaggare@kansli.example' },
  user: { name: 'Anders Användare', email: 'anvandare@kansli.example' },
} as const;

/** Makes accounts and sample, or finishes what a start that was cut off had begun; its passwords are lost, so anew. */
async function makeDemo(context: Context) {
  const there = (await context.db.user.findMany({ select: { email: true } })).map(({ email }) => email);
  const ours: string[] = Object.values(people).map(({ email }) => email);
  if (there.some((email) => !ours.includes(email)) || (await isSampleLoaded(context))) return [];
  const made = [];
  for (const role of roles) {
    const { name, email } = people[role];
    const password = randomBytes(15).toString('base64url');
    if (there.includes(email)) await setPassword(context, { email, password });
    else await createUser(context, { name, email, role, locale: 'sv', password });
    made.push({ role, email, password });
  }
  process.stderr.write(
    'Making the sample: 3,000 invented associations and two years of work with them ...\n',
  );
  await loadSample(context, {});
  return made;
}

export function addDemoCommand(program: Command, withContext: WithContext): void {
  program
    .command('demo')
    .description(
      'load the generated sample and make one account per role (only where there is no account yet)',
    )
    .option('--json', 'as one JSON object')
    .action(async ({ json }: { json?: true }) => {
      const accounts = await withContext(makeDemo);
      if (json) return void process.stdout.write(`${JSON.stringify({ accounts })}\n`);
      if (accounts.length === 0) return;
      process.stdout.write('Accounts of the demonstration (shown once):\n');
      for (const { role, email, password } of accounts) {
        process.stdout.write(`  ${role.padEnd(8)} ${email.padEnd(30)} ${password}\n`);
      }
    });
}
