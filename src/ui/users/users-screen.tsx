'use client';
import { useQuery } from '@tanstack/react-query';
import { Lock, UserRoundPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#api/client.tsx';
import { Button } from '#ui/kit/button.tsx';
import { EmptyState } from '#ui/kit/empty-state.tsx';
import { Skeleton } from '#ui/kit/skeleton.tsx';
import { LoadError } from '#ui/shared/load-error.tsx';
import { useCan } from '#ui/shared/use-can.ts';
import { Page, PageBody } from '#ui/shell/page.tsx';
import { PageHeader } from '#ui/shell/page-header.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { LinkDialog, type OneTimeLink } from './link-dialog.tsx';
import { OpenInvitations } from './open-invitations.tsx';
import { UserTable } from './user-table.tsx';

export function UsersScreen() {
  const t = useTranslations('users');
  const allowed = useCan()('user.manage');
  if (allowed) return <Users />;
  return (
    <Page>
      <PageHeader title={t('title')} />
      <EmptyState icon={<Lock />} title={t('forbiddenTitle')} description={t('forbiddenDescription')} />
    </Page>
  );
}

function Users() {
  const t = useTranslations('users');
  const trpc = useTRPC();
  const query = useQuery(trpc.user.listAll.queryOptions({}, { meta: { shows: { after: ['user.*'] } } }));
  const { data, error } = query;
  const [inviting, setInviting] = useState(false);
  const [link, setLink] = useState<OneTimeLink | null>(null);
  const show = (made: OneTimeLink) => {
    setInviting(false);
    setLink(made);
  };
  const count = data ? (
    <span className="text-muted-foreground text-sm">{t('count', { count: data.length })}</span>
  ) : null;
  return (
    <Page>
      <PageHeader
        title={t('title')}
        meta={count}
        description={t('description')}
        actions={
          <Button variant="primary" onClick={() => setInviting(true)}>
            <UserRoundPlus aria-hidden />
            {t('invite')}
          </Button>
        }
      />
      <PageBody>
        {data ? <UserTable users={data} onLink={show} /> : null}
        {error && !data ? <LoadError title={t('loadFailed')} query={query} /> : null}
        {data || error ? null : (
          <div aria-busy="true">
            <span role="status" className="sr-only">
              {t('loading')}
            </span>
            <Skeleton className="h-64 rounded-xl" />
          </div>
        )}
        <OpenInvitations />
      </PageBody>
      {inviting ? <InviteDialog onClose={() => setInviting(false)} onLink={show} /> : null}
      <LinkDialog link={link} onClose={() => setLink(null)} />
    </Page>
  );
}
