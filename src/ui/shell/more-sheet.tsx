'use client';
import { useTranslations } from 'next-intl';
import { Sheet, SheetBody, SheetContent, SheetHeader, SheetTitle } from '#ui/kit/sheet.tsx';
import { NavLink } from './nav-link.tsx';
import type { MenuProps } from './types.ts';
import { UserMenu } from './user-menu.tsx';

/** The rest of a phone's menu. */
export function MoreSheet({ entries, user, live, close }: MenuProps & { close: () => void }) {
  const t = useTranslations('shell.nav');
  const w = useTranslations('words.action');
  return (
    <Sheet open onOpenChange={close}>
      <SheetContent side="bottom" closeLabel={w('close')} aria-describedby={undefined}>
        <SheetHeader>
          <SheetTitle>{t('more')}</SheetTitle>
        </SheetHeader>
        <SheetBody className="flex flex-col gap-4">
          <ul className="flex flex-col gap-0.5">
            {entries.map((entry) => (
              <li key={entry.key}>
                <NavLink entry={entry} onFollow={close} />
              </li>
            ))}
          </ul>
          {live}
          <UserMenu user={user} />
        </SheetBody>
      </SheetContent>
    </Sheet>
  );
}
