'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useTRPC, useTRPCClient } from '#api/client.tsx';
import {
  type CrmStatus,
  isOpenStage,
  type OpenStage,
  opensAgain,
  type PipelineStage,
  stageAfterStatus,
  stageMoveAsks,
  statusMoveAsks,
} from '#domain/associations/rules.ts';
import { readStoredDay, storedDay } from '#lib/calendar-days.ts';
import { toast } from '#ui/kit/toast.ts';
import { colleaguesQuery } from '#ui/shared/choices.ts';
import { useErrorText } from '#ui/shared/use-error-text.ts';
import { type Conflict, readConflict } from './read-conflict.ts';
import { type AssociationRecord, usePatchRecord, useRefreshAssociations } from './use-record.ts';

export type MoveField = 'crmStatus' | 'pipeline' | 'ownerId';
/** What a move of status needs beside the status: from which day a member, on which stage to go on. */
export type MoveDetails = { memberSince?: string; stage?: OpenStage; takeBack?: boolean };
export type Move = { field: MoveField; from: string | null; to: string | null; details?: MoveDetails };
export type Clash = Move & Pick<Conflict, 'last'> & { now: string | null; version: number };

export interface Moves {
  ask(field: MoveField, to: string | null): void;
  /** A move that waits for the person's yes. */
  asked: Move | null;
  answer(yes: boolean, details?: MoveDetails): void;
  /** Somebody else moved the same thing meanwhile. */
  clash: Clash | null;
  settle(side: 'mine' | 'theirs' | null): void;
  word(field: MoveField, value: string | null): string;
}

/** Status, stage and owner: shown at once, asked about where it is no plain step, and never over a colleague's move. */
export function useMoves(record: AssociationRecord): Moves {
  const { id } = record;
  const wire = useTRPCClient();
  const trpc = useTRPC();
  const users = useQuery(colleaguesQuery(trpc)).data ?? [];
  const patch = usePatchRecord(id);
  const refresh = useRefreshAssociations();
  const errorText = useErrorText();
  const t = useTranslations('associations.record.panel');
  const f = useTranslations('associations.fields');
  const w = useTranslations('words.action');
  const told = `move:${id}`;
  const [asked, setAsked] = useState<Move | null>(null);
  const [clash, setClash] = useState<Clash | null>(null);

  const word = useMoveWords(users);

  const send = ({ field, to, details }: Move, version: number) => {
    if (field === 'crmStatus') {
      return wire.association.setStatus.mutate({ id, version, status: to as CrmStatus, ...details });
    }
    if (field === 'pipeline') {
      return wire.association.setStage.mutate({ id, version, stage: to as PipelineStage });
    }
    return wire.association.setOwner.mutate({ id, version, ownerId: to });
  };

  const shown = ({ field, to, details }: Move): Partial<AssociationRecord> => {
    if (field === 'ownerId') return { ownerId: to, owner: users.find((user) => user.id === to) ?? null };
    if (field === 'pipeline') return { pipeline: to as PipelineStage };
    const status = to as CrmStatus;
    const since = details?.memberSince;
    return {
      crmStatus: status,
      pipeline: stageAfterStatus(record, status, details?.stage),
      ...(status !== 'MEMBER' ? { memberSince: null } : since && { memberSince: storedDay(since) }),
    };
  };

  // One after the other, each on what the one before it left: a person's own quick moves are no conflict.
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const saidVersion = useRef(0);
  const run = (move: Move, version: number) => {
    last.current = last.current.then(() => runNow(move, Math.max(version, saidVersion.current)));
    return last.current;
  };

  const runNow = async (move: Move, version: number) => {
    const before = patch(shown(move));
    try {
      const saved = await sendOnce(move, version);
      if (saved) {
        saidVersion.current = saved.version;
        patch({ version: saved.version });
        tell(move, saved.version);
      } else if (before) patch(before);
    } catch (error) {
      if (before) patch(before);
      toast.error(errorText(error), { id: told });
    }
    await refresh();
  };

  // What stood there is known only now; a page seen later would undo to the wrong place.
  const undoOf = (move: Move): Move => {
    const back = { field: move.field, from: move.to, to: move.from };
    if (move.field !== 'crmStatus') return { ...back, details: { takeBack: true } };
    const { crmStatus, pipeline, memberSince } = record;
    return {
      ...back,
      details: {
        takeBack: true,
        ...(crmStatus === 'MEMBER' && memberSince && { memberSince: readStoredDay(memberSince) }),
        ...(isOpenStage(pipeline) && opensAgain(move.to as CrmStatus, crmStatus) && { stage: pipeline }),
      },
    };
  };

  const tell = (move: Move, version: number) => {
    const values = { field: f(move.field), to: word(move.field, move.to) };
    if (move.details?.takeBack) toast.success(t('movedBack', values), { id: told });
    else {
      const undo = undoOf(move);
      const action = { label: w('undo'), onClick: () => void run(undo, version) };
      toast.success(t('moved', values), { id: told, action });
    }
  };

  // A change of something else raises the version too; that is no reason to trouble anybody.
  const sendOnce = async (move: Move, version: number) => {
    try {
      return await send(move, version);
    } catch (error) {
      const conflict = readConflict(error);
      if (!conflict) throw error;
      const now = (conflict.current[move.field] ?? null) as string | null;
      if (now === move.from || now === move.to) return send(move, conflict.version);
      setClash({ ...move, now, version: conflict.version, last: conflict.last });
      return null;
    }
  };

  return {
    ask(field, to) {
      const move: Move = { field, from: record[field], to };
      if (move.from === to) return;
      const asks =
        field === 'crmStatus'
          ? statusMoveAsks(record.crmStatus, to as CrmStatus)
          : field === 'pipeline' && stageMoveAsks(record.pipeline, to as PipelineStage);
      if (asks) setAsked(move);
      else void run(move, record.version);
    },
    asked,
    answer(yes, details) {
      if (asked && yes) void run({ ...asked, ...(details && { details }) }, record.version);
      setAsked(null);
    },
    clash,
    settle(side) {
      if (clash && side === 'mine') void run({ ...clash, from: clash.now }, clash.version);
      setClash(null);
    },
    word,
  };
}

function useMoveWords(users: { id: string; name: string }[]): Moves['word'] {
  const t = useTranslations('associations.record.panel');
  const w = useTranslations('words');
  return (field, value) => {
    if (field === 'crmStatus') return w(`crmStatus.${value as CrmStatus}`);
    if (field === 'pipeline') return w(`pipeline.${value as PipelineStage}`);
    return users.find((user) => user.id === value)?.name ?? t('noOwner');
  };
}
