// The link that makes the first administrator. A new one each time; the one before is dead.
import type { Command } from 'commander';
import { ensureSetupLink } from '#domain/users/setup.ts';
import type { WithContext } from './user.ts';

/** Prints the whole address on standard output, or nothing there once somebody exists. */
export function addSetupLinkCommand(program: Command, withContext: WithContext, baseUrl: () => string): void {
  program
    .command('setup-link')
    .description('print a one-time link that makes the first administrator; nothing once there is one')
    .action(async () => {
      const link = await withContext((context) => ensureSetupLink(context, {}));
      if (link) process.stdout.write(`${baseUrl()}${link.path}\n`);
    });
}
