'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { parseAsBoolean, parseAsStringLiteral, useQueryState } from 'nuqs';
import { useRef, useState } from 'react';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '#ui/kit/tabs.tsx';
import { useHotkeys } from '#ui/shared/use-hotkeys.ts';
import { useNumber } from '#ui/shared/use-number.ts';
import { Page, PageBody } from '#ui/shell/page.tsx';
import { DeletedBanner } from './deleted-banner.tsx';
import { RecordHeader } from './record-header.tsx';
import { type RecordTabKey, recordTabKeys, recordTabs } from './record-tabs.tsx';
import { SidePanel } from './side-panel.tsx';
import { TabSkeleton } from './tab-skeleton.tsx';
import type { AssociationRecord } from './use-record.ts';

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
  const [tab, setTab] = useQueryState('tab', parseAsStringLiteral(recordTabKeys).withDefault('overview'));
  const [editing, setEditing] = useQueryState('edit', parseAsBoolean.withDefault(false));
  const [noteAsked, setNoteAsked] = useState(0);
  const alive = record.deletedAt === null;
  const shown = recordTabs.filter(({ inTrash }) => alive || inTrash);
  const go = (next: RecordTabKey) => void setTab(next, { history: 'push' });
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
      ...Object.fromEntries(recordTabKeys.map((key, index) => [String(index + 1), () => go(key)])),
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
        value={shown.some(({ key }) => key === tab) ? tab : 'overview'}
        onValueChange={(next) => go(next as typeof tab)}
        className="min-w-0 flex-1 gap-0"
      >
        <RecordHeader record={record} onEdit={edit} onNote={note}>
          <TabsList
            aria-label={t('label')}
            className="-mb-2 -ml-3 border-b-0 max-sm:-mr-3 max-sm:-ml-2 max-sm:max-w-none"
          >
            {shown.map(({ key, count }) => (
              <TabsTrigger key={key} value={key}>
                {t(key)}
                {count?.(record) ? (
                  <span data-numeric className="text-muted-foreground text-xs">
                    {number(count(record))}
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
              {shown.map(({ key, Part }) => (
                <TabsContent key={key} value={key}>
                  <Part record={record} onEdit={edit} noteAsked={noteAsked} />
                </TabsContent>
              ))}
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
