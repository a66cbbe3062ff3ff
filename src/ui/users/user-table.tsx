'use client';
import { CircleCheck, CircleSlash } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar } from '#ui/kit/avatar.tsx';
import { Badge } from '#ui/kit/badge.tsx';
import { Card } from '#ui/kit/card.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '#ui/kit/table.tsx';
import { DateText } from '#ui/shared/date-text.tsx';
import { useMe } from '#ui/shared/use-me.ts';
import type { OneTimeLink } from './link-dialog.tsx';
import { UserActions } from './user-actions.tsx';
import type { UserRow } from './user-row.ts';

export function UserTable({ users, onLink }: { users: UserRow[]; onLink: (link: OneTimeLink) => void }) {
  const t = useTranslations('users');
  const w = useTranslations('words.role');
  const me = useMe();
  return (
    <Card className="overflow-hidden">
      <Table aria-label={t('title')}>
        <TableHeader>
          <TableRow>
            <TableHead>{t('columns.name')}</TableHead>
            <TableHead className="hidden sm:table-cell">{t('columns.role')}</TableHead>
            <TableHead className="hidden sm:table-cell">{t('columns.state')}</TableHead>
            <TableHead className="hidden md:table-cell">{t('columns.signIn')}</TableHead>
            <TableHead className="hidden lg:table-cell">{t('columns.created')}</TableHead>
            <TableHead className="w-12">
              <span className="sr-only">{t('columns.actions')}</span>
            </TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {users.map((user) => (
            <TableRow key={user.id}>
              <TableCell>
                <div className="flex items-center gap-3">
                  <Avatar name={user.name} />
                  <div className="flex min-w-0 flex-col">
                    <span className="flex items-center gap-2 font-medium">
                      {user.name}
                      {user.id === me.id ? <Badge tone="outline">{t('you')}</Badge> : null}
                    </span>
                    <span className="break-all text-muted-foreground text-xs">{user.email}</span>
                    <span className="flex items-center gap-2 py-0.5 text-xs sm:hidden">
                      {w(user.role)}
                      {user.disabledAt ? <StateBadge disabled /> : null}
                    </span>
                  </div>
                </div>
              </TableCell>
              <TableCell className="hidden sm:table-cell">{w(user.role)}</TableCell>
              <TableCell className="hidden sm:table-cell">
                <StateBadge disabled={user.disabledAt !== null} />
              </TableCell>
              <TableCell className="hidden text-muted-foreground md:table-cell">
                <DateText value={user.lastSignInAt} format="relative" />
              </TableCell>
              <TableCell className="hidden text-muted-foreground lg:table-cell">
                <DateText value={user.createdAt} />
              </TableCell>
              <TableCell>
                <UserActions user={user} oneself={user.id === me.id} onLink={onLink} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

function StateBadge({ disabled }: { disabled: boolean }) {
  const t = useTranslations('users');
  return disabled ? (
    <Badge tone="neutral">
      <CircleSlash aria-hidden />
      {t('closed')}
    </Badge>
  ) : (
    <Badge tone="success">
      <CircleCheck aria-hidden />
      {t('open')}
    </Badge>
  );
}
