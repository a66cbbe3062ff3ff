// Translates the database's errors into the product's own, so that no caller ever reads a Prisma code.
import { Prisma } from '#prisma/client.ts';
import { conflict, DomainError, invalid, unavailable } from './errors.ts';

/** P-codes: https://www.prisma.io/docs/orm/reference/error-reference */
export function toDomainError(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    switch (error.code) {
      case 'P2002':
        return conflict('alreadyExists', { fields: error.meta?.['target'] ?? [] });
      case 'P2003':
        return invalid('unknownReference');
      case 'P2025':
        return new DomainError('not_found', 'notFound', {}, { cause: error });
      case 'P2034':
        return conflict('tryAgain');
      case 'P1001':
      case 'P1008':
      case 'P1017':
      case 'P2024':
      case 'P2028':
        return unavailable('databaseUnavailable', error);
    }
  }
  if (error instanceof Prisma.PrismaClientInitializationError) return unavailable('databaseUnavailable', error);
  return error;
}
