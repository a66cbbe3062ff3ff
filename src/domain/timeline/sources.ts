// The one list of what stands on a timeline. A feature adds its source here and its view in ui/associations/record/timeline-views.tsx.
import { importsOnTimeline } from '../imports/timeline.ts';
import { notesOnTimeline } from '../notes/timeline.ts';
import { eventsOnTimeline } from './events.ts';
import type { EntryOf } from './source.ts';

const tellers = [notesOnTimeline, importsOnTimeline] as const;

export const timelineSources = [
  ...tellers,
  eventsOnTimeline(tellers.flatMap(({ insteadOf }) => insteadOf)),
] as const;

export type TimelineEntry = EntryOf<(typeof timelineSources)[number]>;
