// Accounts from the command line, for who has the machine: the first one, and the way back in.
import { type Command, Option } from 'commander';
import type { Context } from '#domain/context.ts';
import { notFound } from '#domain/errors.ts';
import { roles } from '#domain/permissions.ts';
import { disableUser, enableUser } from '#domain/users/commands.ts';
import { createUser } from '#domain/users/create.ts';
import { listAllUsers } from '#domain/users/queries.ts';
import { setPassword } from '#domain/users/set-password.ts';
import { readPassword } from './read-password.ts';

/** Opens a system context for the time of the work, and closes it. */
export type WithContext = <T>(work: (context: Context) => Promise<T>) => Promise<T>;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

export function addUserCommands(program: Command, withContext: WithContext): void {
  const user = program.command('user').description('make, list, close and open accounts');

  user
    .command('create')
    .description('make an account; the password is read from standard input')
    .requiredOption('--email <address>', 'e-mail address, used to sign in')
    .requiredOption('--name <name>', 'the name colleagues see')
    .addOption(new Option('--role <role>', 'what the person may do').choices(roles).default('user'))
    .addOption(new Option('--locale <locale>', 'language').choices(['sv', 'en']).default('sv'))
    .action(
      async (given: { email: string; name: string; role: (typeof roles)[number]; locale: 'sv' | 'en' }) => {
        const password = await readPassword();
        const { id, email, role } = await withContext((context) =>
          createUser(context, { ...given, password }),
        );
        say(`${email} can sign in as ${role} (${id})`);
      },
    );

  user
    .command('list')
    .description('list all accounts')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: true }) => {
      const users = await withContext((context) => listAllUsers(context, {}));
      if (json) return say(JSON.stringify(users));
      for (const { email, name, role, disabledAt } of users) {
        say([email, name, role, disabledAt ? 'closed' : 'open'].join('\t'));
      }
    });

  user
    .command('disable')
    .description('close an account and end its sessions')
    .requiredOption('--email <address>', 'whose account')
    .action(async ({ email }: { email: string }) => {
      await withContext(async (context) => disableUser(context, { id: await idOf(context, email) }));
      say(`${email} can no longer sign in`);
    });

  user
    .command('enable')
    .description('open a closed account again')
    .requiredOption('--email <address>', 'whose account')
    .action(async ({ email }: { email: string }) => {
      await withContext(async (context) => enableUser(context, { id: await idOf(context, email) }));
      say(`${email} can sign in again`);
    });

  user
    .command('set-password')
    .description('set a new password, read from standard input, and end the sessions')
    .requiredOption('--email <address>', 'whose password')
    .action(async ({ email }: { email: string }) => {
      const password = await readPassword();
      await withContext((context) => setPassword(context, { email, password }));
      say(`${email} has a new password`);
    });
}

async function idOf(context: Context, email: string): Promise<string> {
  const wanted = email.trim().toLowerCase();
  const found = (await listAllUsers(context, {})).find((user) => user.email === wanted);
  if (!found) throw notFound('user');
  return found.id;
}
