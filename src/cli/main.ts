// Kansli's command line: the same operations as the screens, for who has the machine.
import { Command } from 'commander';
import { baseUrl, openContext, withContext } from '#wiring/command-line.ts';
import { addDemoCommand } from './demo.ts';
import { errorText } from './error-text.ts';
import { type ImportOptions, importCommand } from './import.ts';
import { addSetupLinkCommand } from './setup-link.ts';
import { addStatsCommand } from './stats.ts';
import { addUserCommands } from './user.ts';

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

try {
  await program.parseAsync();
} catch (error) {
  // 1: refused or failed. A wrong call ends with 2, set by the command.
  process.exitCode ||= 1;
  process.stderr.write(`${errorText(error)}\n`);
}
// Pools and listeners of a refused command would otherwise hold the process.
process.exit();
