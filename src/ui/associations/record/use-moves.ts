'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC, useTRPCClient } from '#api/client.tsx';
import {
  type CrmStatus,
  type PipelineStage,
  stageMoveAsks,
  stageOfStatus,
  statusMoveAsks,
} from '#domain/associations/rules.ts';
import { toast } from '#ui/kit/toaster.tsx';
import { useErrorText } from '#ui/shared/use-error-text.ts';
import { readConflict } from './read-conflict.ts';
import { type AssociationRecord, usePatchRecord, useRefreshAssociations } from './use-record.ts';

export type MoveField = 'crmStatus' | 'pipeline' | 'ownerId';
export type Move = { field: MoveField; from: string | null; to: string | null };
export type Clash = Move & { now: string | null; version: number };

export interface Moves {
  ask(field: MoveField, to: string | null): void;
  /** A move that waits for the person's yes. */
  asked: Move | null;
  answer(yes: boolean): void;
  /** Somebody else moved the same thing meanwhile. */
  clash: Clash | null;
  settle(side: 'mine' | 'theirs' | null): void;
  ownerName(id: string | null): string | null;
}

/** Status, stage and owner: shown at once, asked about where it is no plain step, and never over a colleague's move. */
export function useMoves(record: AssociationRecord): Moves {
  const { id } = record;
  const wire = useTRPCClient();
  const trpc = useTRPC();
  const users = useQuery(trpc.user.list.queryOptions({})).data ?? [];
  const patch = usePatchRecord(id);
  const refresh = useRefreshAssociations();
  const errorText = useErrorText();
  const [asked, setAsked] = useState<Move | null>(null);
  const [clash, setClash] = useState<Clash | null>(null);

  const send = ({ field, to }: Move, version: number) => {
    if (field === 'crmStatus') {
      return wire.association.setStatus.mutate({ id, version, status: to as CrmStatus });
    }
    if (field === 'pipeline') {
      return wire.association.setStage.mutate({ id, version, stage: to as PipelineStage });
    }
    return wire.association.setOwner.mutate({ id, version, ownerId: to });
  };

  const shown = ({ field, to }: Move): Partial<AssociationRecord> => {
    if (field === 'ownerId') return { ownerId: to, owner: users.find((user) => user.id === to) ?? null };
    if (field === 'pipeline') return { pipeline: to as PipelineStage };
    const stage = stageOfStatus(to as CrmStatus);
    return { crmStatus: to as CrmStatus, ...(stage && { pipeline: stage }) };
  };

  const run = async (move: Move, version: number) => {
    const before = patch(shown(move));
    try {
      const saved = await sendOnce(move, version);
      if (saved) patch({ version: saved.version });
      else if (before) patch(before);
    } catch (error) {
      if (before) patch(before);
      toast.error(errorText(error));
    }
    await refresh();
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
      setClash({ ...move, now, version: conflict.version });
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
    answer(yes) {
      if (asked && yes) void run(asked, record.version);
      setAsked(null);
    },
    clash,
    settle(side) {
      if (clash && side === 'mine') void run({ ...clash, from: clash.now }, clash.version);
      setClash(null);
    },
    ownerName: (owner) => users.find((user) => user.id === owner)?.name ?? null,
  };
}
