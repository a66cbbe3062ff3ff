import { trpcEndpoint } from '#api/trpc-endpoint.ts';

export const dynamic = 'force-dynamic';

export { trpcEndpoint as GET, trpcEndpoint as POST };
