'use client';
// The parts of an association's page, in their order. A feature adds its part here and its word in associations.record.tabs.
import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import { ContactsTab } from '#ui/contacts/contacts-tab.tsx';
import { Overview } from './overview.tsx';
import { TabSkeleton } from './tab-skeleton.tsx';
import type { AssociationRecord } from './use-record.ts';

export interface RecordTabProps {
  record: AssociationRecord;
  onEdit: () => void;
  /** How many times somebody asked for the box for a new note. */
  noteAsked: number;
}

interface RecordTab {
  key: string;
  Part: ComponentType<RecordTabProps>;
  /** Also for an association in the trash. */
  inTrash: boolean;
  /** Shown beside the word, unless it is 0. */
  count?(record: AssociationRecord): number;
}

const Timeline = dynamic<RecordTabProps>(() => import('./timeline.tsx').then((file) => file.Timeline), {
  loading: TabSkeleton,
});
const SourceTab = dynamic<RecordTabProps>(() => import('./source-tab.tsx').then((file) => file.SourceTab), {
  loading: TabSkeleton,
});

const tabs = [
  { key: 'overview', Part: Overview, inTrash: true },
  { key: 'contacts', Part: ContactsTab, inTrash: true, count: ({ contacts }) => contacts.length },
  { key: 'activity', Part: Timeline, inTrash: true },
  { key: 'source', Part: SourceTab, inTrash: false },
] as const satisfies readonly RecordTab[];

export type RecordTabKey = (typeof tabs)[number]['key'];
export const recordTabs: readonly (RecordTab & { key: RecordTabKey })[] = tabs;
export const recordTabKeys = tabs.map(({ key }) => key);
