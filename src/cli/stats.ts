// The installation in figures.
import type { Command } from 'commander';
import { readStats } from '#domain/system/queries.ts';
import type { WithContext } from './user.ts';

export function addStatsCommand(program: Command, withContext: WithContext): void {
  program
    .command('stats')
    .description(
      'how many associations, contacts, municipalities with associations, users, events and register faults',
    )
    .option('--json', 'as one JSON object')
    .action(async ({ json }: { json?: true }) => {
      const stats = await withContext((context) => readStats(context, {}));
      if (json) return void process.stdout.write(`${JSON.stringify(stats)}\n`);
      const { issues, ...counts } = stats;
      const lines = [
        ...Object.entries(counts),
        ...Object.entries(issues).map(([code, n]) => [`issue ${code}`, n] as const),
      ];
      for (const [name, count] of lines) process.stdout.write(`${String(count).padStart(9)}  ${name}\n`);
    });
}
