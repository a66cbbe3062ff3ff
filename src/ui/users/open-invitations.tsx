'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useTRPC } from '#api/client.tsx';
import { Badge } from '#ui/kit/badge.tsx';
import { Button } from '#ui/kit/button.tsx';
import { Card, CardContent, CardHeader, CardTitle } from '#ui/kit/card.tsx';
import { Skeleton } from '#ui/kit/skeleton.tsx';
import { toast } from '#ui/kit/toast.ts';
import { Tooltip } from '#ui/kit/tooltip.tsx';
import { useErrorText } from '#ui/shared/use-error-text.ts';
import { useAccountsChanged } from './use-accounts-changed.ts';

export function OpenInvitations() {
  const t = useTranslations('users.invitations');
  const w = useTranslations('words');
  const { dateTime } = useFormatter();
  const errorText = useErrorText();
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(
    trpc.invitation.list.queryOptions({}, { meta: { shows: { after: ['invitation.*', 'user.created'] } } }),
  );
  const changed = useAccountsChanged();
  const { mutate, isPending, variables } = useMutation(
    trpc.invitation.revoke.mutationOptions({
      onError: (refused) => toast.error(errorText(refused)),
      onSettled: changed,
    }),
  );
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('title')}</CardTitle>
      </CardHeader>
      <CardContent>
        {error ? (
          <div role="alert" className="flex items-center gap-3 text-muted-foreground text-sm">
            {errorText(error)}
            <Button size="sm" onClick={() => void refetch()}>
              {w('action.retry')}
            </Button>
          </div>
        ) : null}
        {!data && !error ? <Skeleton className="h-10" /> : null}
        {data?.length === 0 ? <p className="text-muted-foreground text-sm">{t('empty')}</p> : null}
        <ul className="flex flex-col divide-y">
          {data?.map(({ id, name, email, role, purpose, expired, expiresAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5 first:pt-0 last:pb-0">
              <div className="flex min-w-0 grow basis-52 flex-col">
                <span className="font-medium text-sm">{name}</span>
                <span className="truncate text-muted-foreground text-xs">
                  {email} · {w(`role.${role}`)}
                </span>
              </div>
              <Badge tone={purpose === 'account' ? 'primary' : 'info'}>{t(purpose)}</Badge>
              {expired ? (
                <Badge tone="attention">{t('expired')}</Badge>
              ) : (
                <span className="text-muted-foreground text-xs">
                  {t('expires', { date: dateTime(expiresAt, 'date') })}
                </span>
              )}
              <Tooltip label={t('revoke')}>
                <Button
                  variant="ghost"
                  size="icon-sm"
                  aria-label={t('revokeOf', { name })}
                  disabled={isPending && variables.id === id}
                  onClick={() => mutate({ id }, { onSuccess: () => toast.success(t('revoked', { name })) })}
                >
                  <X aria-hidden />
                </Button>
              </Tooltip>
            </li>
          ))}
        </ul>
      </CardContent>
    </Card>
  );
}
