// What an operation may reach: a query the database and the providers, a command its transaction alone.
import type { Prisma, PrismaClient } from '#prisma/client.ts';
import type { EventDraft, EventName } from './events.ts';
import type { FileStorage } from './files/storage.ts';
import type { StagingArea } from './imports/staging-area.ts';
import type { Role } from './permissions.ts';
import type { AssociationFilterIndex } from './search/filter-index.ts';
import type { AssociationSearch } from './search/provider.ts';

export type Actor =
  | { type: 'user'; id: string; name: string; role: Role; sessionId?: string }
  | { type: 'system'; name: string }
  | { type: 'anonymous' };

export type Db = PrismaClient;
export type Tx = Prisma.TransactionClient;
/** Readers in records.ts take either. */
export type DbOrTx = Db | Tx;

export interface Providers {
  search: AssociationSearch;
  filters: AssociationFilterIndex;
  storage: FileStorage;
  staging: StagingArea;
}

export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface Context {
  actor: Actor;
  requestId: string;
  db: Db;
  providers: Providers;
  log: Log;
  /** The time as the operation sees it; tests set it. */
  now(): Date;
}

/** The inside of a command. It has no providers: nothing outside the database happens in a transaction. */
export interface Unit {
  actor: Actor;
  requestId: string;
  tx: Tx;
  now(): Date;
  emit(name: EventName, draft: EventDraft): void;
}

/** The id of the acting person, or null when the system itself acts. */
export const actorId = (actor: Actor): string | null => (actor.type === 'user' ? actor.id : null);
