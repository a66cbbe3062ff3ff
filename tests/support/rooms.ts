// The table of rooms: which part of the product may import which. biome.rooms.json, which the linter obeys, is made from it.

interface Room {
  room: string;
  files: string[];
  /** Aliases of ours that it may import; a pattern may narrow one down to some of its files. */
  may: string[];
  /** Packages that have no business here. */
  never: string[];
}

const aliases = [
  'lib',
  'domain',
  'sample',
  'adapters',
  'wiring',
  'api',
  'worker',
  'cli',
  'ui',
  'prisma',
  'messages',
  'reference',
];

const interfacePackages = [
  'next',
  'next/**',
  'react',
  'react/**',
  'react-dom',
  'react-dom/**',
  '@tanstack/**',
];
const wirePackages = ['@trpc/**'];
const storePackages = [
  'pg',
  'pg/**',
  'bullmq',
  'bullmq/**',
  'ioredis',
  'ioredis/**',
  '@prisma/**',
  'better-auth/**',
];
const httpPackages = ['node:http', 'node:https', 'node:http2', 'undici', 'axios'];
const marker = ['server-only'];

const domainForScreens = [
  '#domain/*/schema.ts',
  '#domain/*/rules.ts',
  '#domain/permissions.ts',
  '#domain/errors.ts',
];

export const rooms: readonly Room[] = [
  {
    room: 'lib',
    files: ['src/lib/**'],
    may: [],
    never: [...interfacePackages, ...wirePackages, ...storePackages, ...httpPackages, ...marker],
  },
  {
    room: 'domain',
    files: ['src/domain/**'],
    may: ['#lib/**', '#domain/**', '#prisma/**', '#reference/**'],
    never: [...interfacePackages, ...wirePackages, ...storePackages, ...httpPackages, ...marker],
  },
  {
    room: 'sample',
    files: ['src/sample/**'],
    may: ['#lib/**', '#domain/**', '#sample/**'],
    never: [...interfacePackages, ...wirePackages, ...storePackages, ...httpPackages, ...marker],
  },
  {
    room: 'adapters',
    files: ['src/adapters/**'],
    may: ['#lib/**', '#domain/**', '#adapters/**', '#prisma/**'],
    never: [...interfacePackages, ...wirePackages, ...marker],
  },
  {
    room: 'wiring',
    files: ['src/wiring/**'],
    may: ['#lib/**', '#domain/**', '#adapters/**', '#wiring/**', '#prisma/**'],
    never: [...wirePackages, ...marker],
  },
  {
    room: 'api',
    files: ['src/api/**'],
    may: ['#lib/**', '#domain/**', '#wiring/**', '#api/**'],
    never: storePackages,
  },
  {
    room: 'worker',
    files: ['src/worker/**'],
    may: ['#lib/**', '#domain/**', '#sample/**', '#wiring/**', '#worker/**', '#adapters/queue/**'],
    never: [...interfacePackages, ...wirePackages, ...marker],
  },
  {
    room: 'cli',
    files: ['src/cli/**'],
    may: ['#lib/**', '#domain/**', '#sample/**', '#wiring/**', '#cli/**', '#messages/**'],
    never: [...interfacePackages, ...wirePackages, ...marker],
  },
  {
    room: 'ui/kit',
    files: ['src/ui/kit/**'],
    may: ['#lib/**', '#ui/kit/**'],
    never: [...wirePackages, ...storePackages, ...httpPackages, ...marker],
  },
  {
    room: 'ui',
    files: ['src/ui/**', '!src/ui/kit/**'],
    may: ['#lib/**', '#ui/**', '#messages/**', '#api/client.tsx', ...domainForScreens],
    never: ['@trpc/server', '@trpc/server/**', ...storePackages, ...httpPackages, ...marker],
  },
  {
    room: 'web',
    files: ['src/web/**'],
    may: ['#lib/**', '#domain/**', '#wiring/**', '#api/**'],
    never: ['react', 'react/**', 'react-dom', 'react-dom/**', '@tanstack/**', ...storePackages, ...marker],
  },
  {
    room: 'app',
    files: ['src/app/**'],
    // Not the API itself nor the wiring: Next would bundle a second copy of the domain.
    may: ['#ui/**', '#messages/**', '#api/{client.tsx,for-pages.ts,prefetch.ts,require-user.ts}'],
    never: [...storePackages, ...httpPackages, ...marker],
  },
];

const readersOfEnvironment = ['src/wiring/env.ts'];
const inTests = ['!**/*.test.ts', '!**/*.test.tsx'];

const roomFolders = [
  'lib',
  'domain',
  'sample',
  'adapters',
  'wiring',
  'api',
  'worker',
  'cli',
  'web',
  'ui',
  'app',
  'generated',
];

function restriction({ room, may, never }: Room) {
  const closed = aliases.map((alias) => `#${alias}/**`).filter((pattern) => !may.includes(pattern));
  const opened = may.filter((pattern) => !aliases.some((alias) => pattern === `#${alias}/**`));
  const patterns = [
    {
      group: [...closed, ...opened.map((pattern) => `!${pattern}`), '#tests/**'],
      message: `${room} may import ${may.length ? may.join(', ') : 'nothing of ours'} (docs/architecture.md)`,
    },
    {
      group: ['../../**', ...roomFolders.map((folder) => `../${folder}/**`)],
      message: 'a path into another room is written with its alias',
    },
    { group: never, message: `this package has no business in ${room} (docs/architecture.md)` },
  ];
  if (room === 'domain') {
    patterns.push({
      group: ['../*/jobs.ts', '#domain/*/jobs.ts'],
      message: 'a feature never calls another one’s jobs',
    });
  }
  return { level: 'error', options: { patterns } };
}

export function roomsConfig() {
  const imports = rooms.map((room) => ({
    includes: [...room.files, ...inTests],
    linter: { rules: { style: { noRestrictedImports: restriction(room) } } },
  }));
  const environment = {
    includes: ['src/**', ...inTests, ...readersOfEnvironment.map((file) => `!${file}`)],
    linter: { rules: { style: { noProcessEnv: 'error' } } },
  };
  return { overrides: [...imports, environment] };
}
