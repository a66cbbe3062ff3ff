import { type LucideIcon, Mail, NotebookPen, Phone, Users } from 'lucide-react';
import type { NoteKind } from '#domain/associations/rules.ts';

export const noteIcons: Record<NoteKind, LucideIcon> = {
  note: NotebookPen,
  call: Phone,
  mail: Mail,
  meeting: Users,
};
