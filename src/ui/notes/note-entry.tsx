'use client';
import { useMutation } from '@tanstack/react-query';
import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#api/client.tsx';
import type { NoteKind } from '#domain/associations/rules.ts';
import { mayChangeNote } from '#domain/notes/rules.ts';
import type { EntryOfKind } from '#ui/associations/record/timeline-entry.ts';
import { TimelineLine } from '#ui/associations/record/timeline-line.tsx';
import { useRefreshAssociations } from '#ui/associations/record/use-record.ts';
import { Button } from '#ui/kit/button.tsx';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '#ui/kit/dropdown-menu.tsx';
import { toast } from '#ui/kit/toast.ts';
import { useErrorText } from '#ui/shared/use-error-text.ts';
import { useMe } from '#ui/shared/use-me.ts';
import { EditNote } from './edit-note.tsx';
import { noteIcons } from './note-kinds.ts';

export function NoteEntry({ entry: note, alive }: { entry: EntryOfKind<'note'>; alive: boolean }) {
  const t = useTranslations('notes');
  const w = useTranslations('words.action');
  const { dateTime } = useFormatter();
  const trpc = useTRPC();
  const refresh = useRefreshAssociations();
  const errorText = useErrorText();
  const me = useMe();
  const [editing, setEditing] = useState(false);
  const kind = note.noteKind as NoteKind;
  const options = { onError: (error: unknown) => toast.error(errorText(error)), onSettled: refresh };
  const restore = useMutation(
    trpc.note.restore.mutationOptions({ ...options, onSuccess: () => toast.success(t('restored')) }),
  );
  const remove = useMutation(
    trpc.note.delete.mutationOptions({
      ...options,
      onSuccess: ({ id }) =>
        toast.success(t('deleted'), { action: { label: w('undo'), onClick: () => restore.mutate({ id }) } }),
    }),
  );
  const date = dateTime(note.at, 'dateTime');
  return (
    <TimelineLine
      strong
      icon={noteIcons[kind] ?? noteIcons.note}
      at={note.at}
      title={<span className="font-medium">{t(`by.${kind}`, { who: note.author })}</span>}
      actions={
        alive && mayChangeNote(me, note.authorId) && !editing ? (
          <DropdownMenu>
            <DropdownMenuTrigger asChild>
              <Button size="icon-sm" variant="ghost" aria-label={t('editNamed', { date })}>
                <Ellipsis aria-hidden />
              </Button>
            </DropdownMenuTrigger>
            <DropdownMenuContent align="end">
              <DropdownMenuItem onSelect={() => setEditing(true)}>
                <Pencil aria-hidden />
                {t('edit')}
              </DropdownMenuItem>
              <DropdownMenuItem destructive onSelect={() => remove.mutate({ id: note.id })}>
                <Trash2 aria-hidden />
                {w('delete')}
              </DropdownMenuItem>
            </DropdownMenuContent>
          </DropdownMenu>
        ) : null
      }
    >
      {editing ? (
        <EditNote note={note} onDone={() => setEditing(false)} />
      ) : (
        <p className="max-w-prose whitespace-pre-line break-words">{note.text}</p>
      )}
    </TimelineLine>
  );
}
