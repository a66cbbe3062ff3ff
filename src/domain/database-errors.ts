// Translates the database's errors into the product's own, so that no caller ever reads a Prisma or a PostgreSQL code.
import { setTimeout as pause } from 'node:timers/promises';
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
  '53100': (error) => unavailable('diskFull', error),
  '53': (error) => unavailable('databaseUnavailable', error),
  '58': (error) => unavailable('databaseUnavailable', error),
};

/** https://www.prisma.io/docs/orm/reference/error-reference, for what Prisma finds without asking PostgreSQL. */
const byPrismaCode: Record<string, (error: Error) => DomainError> = {
  P2003: () => invalid('unknownReference'),
  P2025: (error) => new DomainError('not_found', 'notFound', {}, { cause: error }),
  P2034: () => conflict('tryAgain'),
  P1008: (error) => unavailable('databaseUnavailable', error),
  P2024: (error) => unavailable('databaseUnavailable', error),
  P2028: (error) => unavailable('databaseUnavailable', error),
};

interface DriverFault {
  kind?: string;
  originalCode?: string;
  constraint?: { index?: string };
}

/** What the driver's adapter and Node's sockets call a connection that is not there, or no longer. */
const lostConnection = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
]);
/** What the file system says when nothing more goes onto it: full, or this user's share of it is. */
const noSpace = new Set(['ENOSPC', 'EDQUOT']);
// What pg itself says, without a code, of a connection that broke under a statement or before one.
const lostByWords =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying)/;

/** What is no database error, or none that means something to a caller, comes back as it is. */
export function toDomainError(error: unknown): unknown {
  if (isDomainError(error) || !(error instanceof Error)) return error;
  if (isCutOff(error)) return unavailable('databaseUnavailable', error);
  if (noSpace.has(nodeCode(error))) return unavailable('diskFull', error);
  const { state, constraint } = sqlFault(error);
  const known = byState[state] ?? byState[state.slice(0, 3)] ?? byState[state.slice(0, 2)];
  return known?.(error, constraint) ?? byPrismaCode[prismaCode(error)]?.(error) ?? error;
}

/** The connection was ended, or never made: what was asked may be asked again on another, if it only reads. */
export function isCutOff(error: unknown): boolean {
  if (isDomainError(error)) return isCutOff(error.cause);
  if (!(error instanceof Error)) return false;
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  const { state, kind } = sqlFault(error);
  return (
    /^(08|57P)/.test(state) ||
    lostConnection.has(kind) ||
    lostConnection.has(nodeCode(error)) ||
    ['P1001', 'P1017'].includes(prismaCode(error)) ||
    lostByWords.test(error.message)
  );
}

/** Connections often end together; the pool learns of each within moments, and then gives out none of them. */
export const untilPoolKnows = (): Promise<void> => pause(50);

/** A read may be done twice: when its connection was ended, another one is taken. Errors come out as the product's own. */
export async function readSafely<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read().catch(async (error) => {
      if (!isCutOff(error)) throw error;
      await untilPoolKnows();
      return read();
    });
  } catch (error) {
    throw toDomainError(error);
  }
}

/** Of Prisma's errors what its driver adapter tells, of pg's own their SQLSTATE. */
function sqlFault(error: Error): { state: string; kind: string; constraint: string | undefined } {
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    const { cause } = (error.meta?.driverAdapterError ?? {}) as { cause?: DriverFault };
    return {
      state: cause?.originalCode ?? '',
      kind: cause?.kind ?? '',
      constraint: cause?.constraint?.index,
    };
  }
  const { severity, code, constraint } = error as { severity?: string; code?: string; constraint?: string };
  return { state: severity === undefined ? '' : (code ?? ''), kind: '', constraint };
}

const prismaCode = (error: Error): string =>
  error instanceof Prisma.PrismaClientKnownRequestError ? error.code : '';

const nodeCode = (error: Error): string => (error as NodeJS.ErrnoException).code ?? '';

/** Two transactions stood in each other's way and this one was undone whole: it may simply be run again. */
export const isCollision = (error: unknown): boolean =>
  isDomainError(error) && error.code === 'conflict' && error.messageKey === 'tryAgain';
