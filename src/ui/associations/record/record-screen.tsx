'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { parseAsBoolean, parseAsStringLiteral, useQueryState } from 'nuqs';
import { useRef, useState } from 'react';
import { ContactsTab } from '#ui/contacts/contacts-tab.tsx';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '#ui/kit/tabs.tsx';
import { useHotkeys } from '#ui/shared/use-hotkeys.ts';
import { useNumber } from '#ui/shared/use-number.ts';
import { Page, PageBody } from '#ui/shell/page.tsx';
import { DeletedBanner } from './deleted-banner.tsx';
import { Overview } from './overview.tsx';
import { RecordHeader } from './record-header.tsx';
import { SidePanel } from './side-panel.tsx';
import { TabSkeleton } from './tab-skeleton.tsx';
import type { AssociationRecord } from './use-record.ts';

const tabs = ['overview', 'contacts', 'activity', 'source'] as const;
const Timeline = dynamic(() => import('./timeline.tsx').then((file) => file.Timeline), {
  loading: TabSkeleton,
});
const SourceTab = dynamic(() => import('./source-tab.tsx').then((file) => file.SourceTab), {
  loading: TabSkeleton,
});
const EditAssociation = dynamic(
  () => import('../form/edit-association.tsx').then((file) => file.EditAssociation),
  {
    loading: TabSkeleton,
  },
);

/** Header, tabs and side panel. The tab and the edit mode stand in the URL, so that Back and a shared link work. */
export function RecordScreen({ record }: { record: AssociationRecord }) {
  const t = useTranslations('associations.record.tabs');
  const number = useNumber();
  const [tab, setTab] = useQueryState('tab', parseAsStringLiteral(tabs).withDefault('overview'));
  const [editing, setEditing] = useQueryState('edit', parseAsBoolean.withDefault(false));
  const [noteAsked, setNoteAsked] = useState(0);
  const alive = record.deletedAt === null;
  // Source data is read for living associations only.
  const shown: readonly (typeof tabs)[number][] = alive ? tabs : tabs.filter((each) => each !== 'source');
  const go = (next: (typeof tabs)[number]) => void setTab(next, { history: 'push' });
  const edit = () => alive && void setEditing(true, { history: 'push' });
  const note = () => {
    if (!alive) return;
    go('activity');
    setNoteAsked((asked) => asked + 1);
  };
  useHotkeys(
    {
      e: edit,
      n: note,
      ...Object.fromEntries(tabs.map((each, index) => [String(index + 1), () => go(each)])),
    },
    !editing,
  );
  // A colleague may put the record into the trash meanwhile: an open form stays, with what was typed.
  const formOpen = useRef(false);
  formOpen.current = editing && (alive || formOpen.current);
  if (formOpen.current) return <EditAssociation record={record} onDone={() => void setEditing(null)} />;
  return (
    <Page>
      <Tabs
        value={shown.includes(tab) ? tab : 'overview'}
        onValueChange={(next) => go(next as typeof tab)}
        className="min-w-0 flex-1 gap-0"
      >
        <RecordHeader record={record} onEdit={edit} onNote={note}>
          <TabsList
            aria-label={t('label')}
            className="-mb-2 -ml-3 border-b-0 max-sm:-mr-3 max-sm:-ml-2 max-sm:max-w-none"
          >
            {shown.map((each) => (
              <TabsTrigger key={each} value={each}>
                {t(each)}
                {each === 'contacts' && record.contacts.length > 0 ? (
                  <span data-numeric className="text-muted-foreground text-xs">
                    {number(record.contacts.length)}
                  </span>
                ) : null}
              </TabsTrigger>
            ))}
          </TabsList>
        </RecordHeader>
        <PageBody className="max-w-[88rem] gap-4">
          <DeletedBanner record={record} />
          <div className="grid min-w-0 gap-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
            <div className="min-w-0">
              <TabsContent value="overview">
                <Overview record={record} onEdit={edit} />
              </TabsContent>
              <TabsContent value="contacts">
                <ContactsTab record={record} />
              </TabsContent>
              <TabsContent value="activity">
                <Timeline id={record.id} alive={alive} noteAsked={noteAsked} />
              </TabsContent>
              <TabsContent value="source">
                <SourceTab record={record} />
              </TabsContent>
            </div>
            <aside className="hidden lg:block">
              <SidePanel record={record} />
            </aside>
          </div>
        </PageBody>
      </Tabs>
    </Page>
  );
}
