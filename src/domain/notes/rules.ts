// A note belongs to whoever wrote it: its author changes it, and an admin may.
import type { Role } from '../permissions.ts';

export const mayChangeNote = (person: { id: string; role: Role } | null, authorId: string): boolean =>
  person !== null && (person.id === authorId || person.role === 'admin');
