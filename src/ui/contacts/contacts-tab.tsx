'use client';
import { UserRoundPlus, Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Suspense, useState } from 'react';
import type { AssociationRecord, RecordContact } from '#ui/associations/record/use-record.ts';
import { Button } from '#ui/kit/button.tsx';
import { EmptyState } from '#ui/kit/empty-state.tsx';
import { onDemand } from '#ui/shared/on-demand.ts';
import { ContactCard } from './contact-card.tsx';

const dialog = onDemand(() => import('./contact-dialog.tsx').then((file) => file.ContactDialog));

/** Everybody to reach at an association, the first contact first. */
export function ContactsTab({ record }: { record: AssociationRecord }) {
  const t = useTranslations('contacts');
  const [edited, setEdited] = useState<RecordContact | 'new' | null>(null);
  const alive = record.deletedAt === null;
  const add = (
    <Button onClick={() => setEdited('new')}>
      <UserRoundPlus aria-hidden />
      {t('add')}
    </Button>
  );
  return (
    <div className="flex flex-col gap-4">
      {record.contacts.length === 0 ? (
        <EmptyState
          icon={<Users />}
          title={t('none')}
          description={t('noneText')}
          action={alive ? add : null}
        />
      ) : (
        <>
          <ul
            aria-label={t('title')}
            className="grid items-start gap-4 sm:grid-cols-[repeat(auto-fill,minmax(18rem,1fr))]"
          >
            {record.contacts.map((contact) => (
              <li key={contact.id} className="min-w-0">
                <ContactCard
                  record={record}
                  contact={contact}
                  alive={alive}
                  onEdit={() => setEdited(contact)}
                />
              </li>
            ))}
          </ul>
          {alive ? <div>{add}</div> : null}
        </>
      )}
      {edited ? (
        <Suspense>
          <dialog.Loaded
            associationId={record.id}
            contact={edited === 'new' ? null : edited}
            first={record.contacts.length === 0}
            onClose={() => setEdited(null)}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
