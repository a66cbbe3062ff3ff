'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTRPC } from '#api/client.tsx';
import { type NoteKind, noteKinds } from '#domain/associations/rules.ts';
import { readFieldErrors } from '#ui/associations/record/read-conflict.ts';
import { useRefreshAssociations } from '#ui/associations/record/use-record.ts';
import { Alert } from '#ui/kit/alert.tsx';
import { Button } from '#ui/kit/button.tsx';
import { Textarea } from '#ui/kit/textarea.tsx';
import { toast } from '#ui/kit/toast.ts';
import { ToggleGroup, ToggleGroupItem } from '#ui/kit/toggle-group.tsx';
import { Field } from '#ui/shared/field.tsx';
import { useErrorText } from '#ui/shared/use-error-text.ts';
import { useKeptText } from '#ui/shared/use-kept-text.ts';
import { noteIcons } from './note-kinds.ts';
import { useWaitingNote } from './use-waiting-note.ts';

/** Writes down a note, call, mail or meeting. What was typed stays when saving fails. `asked` moves the cursor here. */
export function NoteBox({ associationId, asked }: { associationId: string; asked: number }) {
  const t = useTranslations('notes');
  const trpc = useTRPC();
  const refresh = useRefreshAssociations();
  const noteError = useNoteError();
  const [kind, setKind] = useState<NoteKind>('note');
  const [text, setText] = useKeptText(`note:${associationId}`);
  const [error, setError] = useState<string | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (asked > 0) box.current?.focus();
  }, [asked]);
  const waiting = useWaitingNote(associationId);
  const add = useMutation(
    trpc.note.add.mutationOptions({
      onSuccess: ({ status }, { kind }) => {
        setText('');
        toast.success(t(kind !== 'note' && status === 'CONTACTED' ? 'addedContacted' : 'added'));
        void refresh();
      },
      onError: (failure) => setError(noteError(failure)),
    }),
  );
  const save = (event?: FormEvent) => {
    event?.preventDefault();
    if (add.isPending || waiting.waits) return;
    setError(null);
    if (text.trim() === '') {
      setError(t('invalid.empty'));
      box.current?.focus();
      return;
    }
    add.mutate({ associationId, kind, text });
  };
  return (
    <form onSubmit={save} className="flex flex-col gap-3 rounded-xl border bg-card p-4" noValidate>
      <ToggleGroup
        type="single"
        value={kind}
        aria-label={t('kindLabel')}
        onValueChange={(next) => next && setKind(next as NoteKind)}
        className="flex w-fit max-w-full flex-wrap"
      >
        {noteKinds.map((each) => {
          const Icon = noteIcons[each];
          return (
            <ToggleGroupItem key={each} value={each}>
              <Icon aria-hidden className="size-4" />
              {t(`kind.${each}`)}
            </ToggleGroupItem>
          );
        })}
      </ToggleGroup>
      <Field
        label={<span className="sr-only">{t('label')}</span>}
        error={error}
        className="gap-0 [&>p]:pt-1.5"
      >
        {(field) => (
          <Textarea
            {...field}
            ref={box}
            rows={3}
            maxLength={20_000}
            value={text}
            readOnly={add.isPending || waiting.waits}
            placeholder={t(`placeholder.${kind}`)}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
            }}
          />
        )}
      </Field>
      {waiting.waits ? (
        <Alert
          tone="info"
          action={
            <Button
              onClick={() => {
                waiting.takeBack();
                add.reset();
              }}
            >
              {t('takeBack')}
            </Button>
          }
        >
          {t('waiting')}
        </Alert>
      ) : null}
      <div className="flex items-center justify-between gap-3">
        <span className="text-muted-foreground text-xs max-sm:invisible">{t('hint')}</span>
        <Button type="submit" variant="primary" pending={add.isPending} disabled={waiting.waits}>
          {t('add')}
        </Button>
      </div>
    </form>
  );
}

/** The sentence at the box: the field's own fault if there is one. */
export function useNoteError(): (error: unknown) => string {
  const t = useTranslations('notes.invalid');
  const errorText = useErrorText();
  return (error) => {
    const fault = readFieldErrors(error).find(({ path }) => path === 'text')?.message;
    return fault && t.has(fault as 'empty') ? t(fault as 'empty') : errorText(error);
  };
}
