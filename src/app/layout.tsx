import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { forPages } from '#api/for-pages.ts';
import { Providers } from '#ui/shell/providers.tsx';
import { Toaster } from '#ui/shell/toaster.tsx';
import { inter, interExtended } from './fonts.ts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Kansli', template: '%s · Kansli' },
  applicationName: 'Kansli',
  robots: { index: false, follow: false },
  formatDetection: { telephone: false },
};

export const viewport: Viewport = {
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf8f4' },
    { media: '(prefers-color-scheme: dark)', color: '#121614' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const t = await getTranslations('shell.toasts');
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html lang={locale} className={`${inter.variable} ${interExtended.variable}`} suppressHydrationWarning>
      <body>
        <NextIntlClientProvider>
          <Providers nonce={nonce} version={forPages().version}>
            {children}
            <Toaster regionLabel={t('region')} closeLabel={t('close')} />
          </Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
