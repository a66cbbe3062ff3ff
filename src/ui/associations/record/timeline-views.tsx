'use client';
// How each kind of entry looks. A feature adds its view here and its source in domain/timeline/sources.ts.
import { NoteEntry } from '#ui/notes/note-entry.tsx';
import type { Entry, TimelineView } from './timeline-entry.ts';
import { TimelineEvent } from './timeline-event.tsx';
import { TimelineImport } from './timeline-import.tsx';

const views: { [Kind in Entry['kind']]: TimelineView<Kind> } = {
  event: TimelineEvent,
  note: NoteEntry,
  import: TimelineImport,
};

export function TimelineEntry<Kind extends Entry['kind']>({
  entry,
  alive,
}: {
  entry: Entry & { kind: Kind };
  alive: boolean;
}) {
  const View = views[entry.kind] as TimelineView<Kind>;
  return <View entry={entry as Parameters<TimelineView<Kind>>[0]['entry']} alive={alive} />;
}
