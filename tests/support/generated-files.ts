// Files made from the code; a meta test fails when one is not current.
import { documentedEvents } from '#domain/events.ts';
import { roomsConfig } from './rooms.ts';

const eventsPage = (): string =>
  [
    '# Events',
    '',
    'Made from `src/domain/events.ts` by `node tests/support/write-generated.ts`.',
    '',
    'Every change writes an event in its own transaction. The same row is the audit entry, the message to subscribers',
    'and the signal to browsers (name, entity and ids; never content). Delivery is at least once.',
    '',
    '| event | about | when |',
    '|---|---|---|',
    ...documentedEvents.map(({ name, entity, means }) => `| \`${name}\` | ${entity} | ${means} |`),
    '',
  ].join('\n');

export const generatedFiles = (): Record<string, string> => ({
  'biome.rooms.json': `${JSON.stringify(roomsConfig(), null, 2)}\n`,
  'docs/api/events.md': eventsPage(),
});
