'use client';
import {
  CircleDot,
  Landmark,
  type LucideIcon,
  PencilLine,
  Plus,
  RotateCcw,
  Tag,
  Trash2,
  TrendingUp,
  UserRound,
  UserRoundCog,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type Details, EventChanges } from './event-changes.tsx';
import type { EntryOfKind } from './timeline-entry.ts';
import { TimelineLine } from './timeline-line.tsx';

const looks: Record<string, [icon: LucideIcon, text: string]> = {
  'association.created': [Plus, 'created'],
  'association.updated': [PencilLine, 'updated'],
  'association.statusChanged': [CircleDot, 'statusChanged'],
  'association.stageChanged': [TrendingUp, 'stageChanged'],
  'association.ownerChanged': [UserRoundCog, 'ownerChanged'],
  'association.suggestionAccepted': [Landmark, 'suggestionAccepted'],
  'association.suggestionKept': [Landmark, 'suggestionKept'],
  'association.tagged': [Tag, 'tagged'],
  'association.deleted': [Trash2, 'deleted'],
  'association.restored': [RotateCcw, 'restored'],
  'contact.created': [UserRound, 'contactCreated'],
  'contact.updated': [UserRound, 'contactUpdated'],
  'contact.deleted': [UserRound, 'contactDeleted'],
  'contact.restored': [UserRound, 'contactRestored'],
  'import.merged': [Landmark, 'imported'],
  'import.markedMissing': [Landmark, 'markedMissing'],
  'import.takenAsSame': [Landmark, 'takenAsSame'],
};

// One event, several meanings: what is in it tells which.
function textOf(name: string, details: Details): string {
  if (name === 'contact.updated') {
    if (details.accepted) return 'contactAccepted';
    if (details.kept) return 'contactKept';
    if (details.after && 'primary' in details.after) return 'contactPrimary';
  }
  return looks[name]?.[1] ?? 'other';
}

/** An event as a plain sentence, with both values where something changed. */
export function TimelineEvent({ entry }: { entry: EntryOfKind<'event'> }) {
  const t = useTranslations('associations.timeline');
  const fieldName = useFieldName();
  const details = entry.details as Details;
  const who = entry.actor ?? t(entry.actorType === 'system' ? 'system' : 'someone');
  const changed = Object.keys(details.after ?? details.declined ?? {}).filter(
    (field) => fieldName(field) !== null,
  );
  const fields = changed.map((field) => fieldName(field)).join(', ');
  const text = textOf(entry.name, details);
  return (
    <TimelineLine
      icon={looks[entry.name]?.[0] ?? CircleDot}
      at={entry.at}
      title={t(`event.${text as 'updated'}`, { who, fields, name: details.name || t('noName') })}
    >
      <EventChanges name={entry.name} details={details} changed={changed} />
    </TimelineLine>
  );
}

/** The word for a field inside a sentence; null for what is no field of an association. */
export function useFieldName(): (field: string) => string | null {
  const f = useTranslations('associations.fields');
  return (field) => (f.has(field as 'name') ? f(field as 'name').toLocaleLowerCase() : null);
}
