// Kansli's command line: the same operations as the screens, for who has the machine.
import { Command } from 'commander';
import { DomainError } from '#domain/errors.ts';
import { addDemoCommand } from './demo.ts';
import { type ImportOptions, importCommand } from './import.ts';
import { addSetupLinkCommand } from './setup-link.ts';
import { addStatsCommand } from './stats.ts';
import { addUserCommands } from './user.ts';
import { baseUrl, openContext, withContext } from './with-context.ts';

const program = new Command('kansli')
  .description('Kansli from the command line. Works beside a running server and without one.')
  .addHelpText(
    'after',
    `
Examples:
  npm run --silent cli -- import registers/ --json
  npm run --silent cli -- stats --json
  printf '%s' "$PASSWORD" | npm run --silent cli -- user create --email kim@example.se --name "Kim" --role admin

Settings: DATABASE_URL (a PostgreSQL of your own; else the embedded one in .data/), KANSLI_DATA_DIR, REDIS_URL.`,
  )
  .showHelpAfterError('(--help explains each command)');

program
  .command('import')
  .description('import register files (.json, .jsonl) or folders of them; the same import as on the screen')
  .argument('<paths...>', 'files or folders')
  .option('--json', 'print one JSON object with the result')
  .option('--municipality <code>', 'four-digit code, for files that do not tell where they belong')
  .action(async (paths: string[], options: ImportOptions) => {
    let open: Awaited<ReturnType<typeof openContext>> | undefined;
    try {
      process.exitCode = await importCommand(paths, options, {
        context: async () => {
          open = await openContext();
          return open.context;
        },
        print: (line) => void process.stdout.write(`${line}\n`),
        say: (line) => void process.stderr.write(`${line}\n`),
      });
    } finally {
      await open?.close();
    }
  });
addStatsCommand(program, withContext);
addUserCommands(program, withContext);
addSetupLinkCommand(program, withContext, baseUrl);
addDemoCommand(program, withContext);

/** A person reads these; the codes are for scripts: 1 refused or failed, 2 used wrongly (set by the commands). */
const sentences: Record<string, string> = {
  alreadyExists: 'There is one already.',
  notFound: 'There is no such thing here.',
  databaseUnavailable: 'The database does not answer.',
};

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode ||= 1;
  if (error instanceof DomainError) {
    const details = Object.keys(error.details).length > 0 ? ` ${JSON.stringify(error.details)}` : '';
    process.stderr.write(
      `${sentences[error.messageKey] ?? `${error.code}: ${error.messageKey}`}${details}\n`,
    );
  } else {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
}
// Pools and listeners of a refused command would otherwise hold the process.
process.exit();
