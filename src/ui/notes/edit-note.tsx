'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#api/client.tsx';
import { type Conflict, readConflict } from '#ui/associations/record/read-conflict.ts';
import type { EntryOfKind } from '#ui/associations/record/timeline-entry.ts';
import { useRefreshAssociations } from '#ui/associations/record/use-record.ts';
import { Button } from '#ui/kit/button.tsx';
import { Textarea } from '#ui/kit/textarea.tsx';
import { toast } from '#ui/kit/toast.ts';
import { ConflictDialog } from '#ui/shared/conflict-dialog.tsx';
import { Field } from '#ui/shared/field.tsx';
import { useNoteError } from './note-box.tsx';

export function EditNote({ note, onDone }: { note: EntryOfKind<'note'>; onDone: () => void }) {
  const t = useTranslations('notes');
  const trpc = useTRPC();
  const refresh = useRefreshAssociations();
  const noteError = useNoteError();
  const [text, setText] = useState(note.text);
  const [error, setError] = useState<string | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const done = () => {
    onDone();
    void refresh();
  };
  const save = useMutation(
    trpc.note.update.mutationOptions({
      onSuccess: () => {
        toast.success(t('saved'));
        done();
      },
      onError: (failure) => {
        const clash = readConflict(failure);
        if (clash) setConflict(clash);
        else setError(noteError(failure));
      },
    }),
  );
  const send = (version: number) => {
    setError(null);
    setConflict(null);
    if (text.trim() === '') setError(t('invalid.empty'));
    else save.mutate({ id: note.id, version, text });
  };
  return (
    <div className="flex flex-col gap-2">
      <Field label={<span className="sr-only">{t('label')}</span>} error={error} className="gap-0">
        {(field) => (
          <Textarea
            {...field}
            autoFocus
            rows={4}
            maxLength={20_000}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(note.version);
              if (event.key === 'Escape' && text === note.text) onDone();
            }}
          />
        )}
      </Field>
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>{t('cancel')}</Button>
        <Button variant="primary" pending={save.isPending} onClick={() => send(note.version)}>
          {t('save')}
        </Button>
      </div>
      {conflict ? (
        <ConflictDialog
          open
          onOpenChange={(open) => open || setConflict(null)}
          fields={[
            { key: 'text', label: t('text'), mine: text, theirs: String(conflict.current.text ?? '') },
          ]}
          onResolve={({ text: side }) => (side === 'mine' ? send(conflict.version) : done())}
        />
      ) : null}
    </div>
  );
}
