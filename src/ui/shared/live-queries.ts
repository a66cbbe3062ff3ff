import type { Query } from '@tanstack/react-query';

export interface LiveChange {
  entity: string;
  ids: string[];
  many?: boolean | undefined;
}

// Which routers' answers show something of an entity. What is not listed concerns everything.
const shownBy: Record<string, readonly string[]> = {
  association: ['association', 'municipality'],
  contact: ['contact', 'association'],
  note: ['note', 'association'],
  import: ['import', 'municipality', 'association'],
  // An invitation that was used is an account from then on, and gone from the list.
  user: ['user', 'invitation'],
  invitation: ['invitation'],
};

/** Whether a cached tRPC answer may be out of date after a change. Its key is `[[router, procedure], {input}]`. */
export function isAffected(
  { queryKey }: Pick<Query, 'queryKey'>,
  { entity, ids, many }: LiveChange,
): boolean {
  const [path, options] = queryKey as [unknown, { input?: unknown }?];
  if (!Array.isArray(path)) return false;
  const routers = shownBy[entity];
  if (!routers) return true;
  const router = path[0] as string;
  if (!routers.includes(router)) return false;
  // An answer about one record is out of date only when that record changed.
  const input = options?.input;
  const id = typeof input === 'object' && input !== null && 'id' in input ? input.id : undefined;
  return router !== entity || typeof id !== 'string' || many === true || ids.includes(id);
}
