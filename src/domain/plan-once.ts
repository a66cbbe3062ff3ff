// A raw statement that begins with this is planned once a connection: its plan is right whatever its values are.
import { Prisma } from '#prisma/client.ts';

export const planOnce = Prisma.raw('/* plan once */');
