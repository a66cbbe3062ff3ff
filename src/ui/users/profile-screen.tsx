'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card, CardContent, CardHeader, CardTitle } from '#ui/kit/card.tsx';
import { useMe } from '#ui/shared/use-me.ts';
import { LanguageSwitch } from '#ui/shell/language-switch.tsx';
import { Page, PageBody } from '#ui/shell/page.tsx';
import { PageHeader } from '#ui/shell/page-header.tsx';
import { ThemeSwitch } from '#ui/shell/theme-switch.tsx';
import { PasswordForm } from './password-form.tsx';
import { ProfileForm } from './profile-form.tsx';

export function ProfileScreen() {
  const t = useTranslations('profile');
  const me = useMe();
  return (
    <Page>
      <PageHeader title={t('title')} />
      <PageBody width="form">
        <Card>
          <CardHeader>
            <CardTitle>{t('you')}</CardTitle>
          </CardHeader>
          <CardContent>
            <ProfileForm me={me} />
          </CardContent>
        </Card>
        <Card>
          <CardHeader>
            <CardTitle>{t('look')}</CardTitle>
          </CardHeader>
          <CardContent className="flex flex-col gap-4">
            <Choice label={t('language')} hint={t('languageHint')}>
              <LanguageSwitch />
            </Choice>
            <Choice label={t('theme')} hint={t('themeHint')}>
              <ThemeSwitch />
            </Choice>
          </CardContent>
        </Card>
        <Card>
          <CardHeader>
            <CardTitle>{t('password.title')}</CardTitle>
          </CardHeader>
          <CardContent>
            <PasswordForm me={me} />
          </CardContent>
        </Card>
      </PageBody>
    </Page>
  );
}

function Choice({ label, hint, children }: { label: string; hint: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <div className="flex min-w-0 flex-1 basis-56 flex-col">
        <span className="font-medium text-sm">{label}</span>
        <span className="text-pretty text-muted-foreground text-xs">{hint}</span>
      </div>
      {children}
    </div>
  );
}
