// Translates the database's errors into the product's own, so that no caller ever reads a Prisma or a PostgreSQL code.
import { Prisma } from '#prisma/client.ts';
import { conflict, DomainError, invalid, isDomainError, unavailable } from './errors.ts';

/** SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html: the whole code, or its class. */
const byState: Record<string, (error: Error, constraint: string | undefined) => DomainError> = {
  '23505': (_, constraint) => conflict('alreadyExists', constraint === undefined ? {} : { constraint }),
  '23503': () => invalid('unknownReference'),
  // NUL and broken characters: the database keeps text only.
  '22021': () => invalid('invalidInput'),
  '22P05': () => invalid('invalidInput'),
  // A value that cannot be of its column's type: a cursor of another order, half a surrogate pair in JSON.
  '22P02': () => invalid('invalidInput'),
  '22003': () => invalid('invalidInput'),
  '22007': () => invalid('invalidInput'),
  '22008': () => invalid('invalidInput'),
  '22009': () => invalid('invalidInput'),
  '40001': () => conflict('tryAgain'),
  '40P01': () => conflict('tryAgain'),
  '55P03': () => conflict('tryAgain'),
  '08': (error) => unavailable('databaseUnavailable', error),
  '53': (error) => unavailable('databaseUnavailable', error),
  '57P': (error) => unavailable('databaseUnavailable', error),
  '58': (error) => unavailable('databaseUnavailable', error),
};

/** https://www.prisma.io/docs/orm/reference/error-reference, for what Prisma finds without asking PostgreSQL. */
const byPrismaCode: Record<string, (error: Error) => DomainError> = {
  P2003: () => invalid('unknownReference'),
  P2025: (error) => new DomainError('not_found', 'notFound', {}, { cause: error }),
  P2034: () => conflict('tryAgain'),
  P1001: (error) => unavailable('databaseUnavailable', error),
  P1008: (error) => unavailable('databaseUnavailable', error),
  P1017: (error) => unavailable('databaseUnavailable', error),
  P2024: (error) => unavailable('databaseUnavailable', error),
  P2028: (error) => unavailable('databaseUnavailable', error),
};

interface DriverFault {
  kind?: string;
  originalCode?: string;
  constraint?: { index?: string };
}

const lostConnection = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
]);
// What pg itself says, without a code, of a connection that broke under a statement or before one.
const lostByWords =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying)/;

/** What is no database error, or none that means something to a caller, comes back as it is. */
export function toDomainError(error: unknown): unknown {
  if (isDomainError(error)) return error;
  if (error instanceof Prisma.PrismaClientInitializationError)
    return unavailable('databaseUnavailable', error);
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    const { cause: fault } = (error.meta?.driverAdapterError ?? {}) as { cause?: DriverFault };
    if (fault?.kind !== undefined && lostConnection.has(fault.kind))
      return unavailable('databaseUnavailable', error);
    const state = fault?.originalCode ?? '';
    const known = byState[state] ?? byState[state.slice(0, 3)] ?? byState[state.slice(0, 2)];
    return known?.(error, fault?.constraint?.index) ?? byPrismaCode[error.code]?.(error) ?? error;
  }
  if (error instanceof Error && lostByWords.test(error.message))
    return unavailable('databaseUnavailable', error);
  return error;
}

/** Two transactions stood in each other's way and this one was undone whole: it may simply be run again. */
export const isCollision = (error: unknown): boolean =>
  isDomainError(error) && error.code === 'conflict' && error.messageKey === 'tryAgain';
