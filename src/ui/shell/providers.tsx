'use client';
import { ThemeProvider } from 'next-themes';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';
import { ApiProvider } from '#api/client.tsx';
import { themeKey } from './themes.ts';
import { UpdateOffer } from './update-offer.tsx';

declare global {
  // The name under which the scroll lock of dialogs looks for the nonce of its style element.
  var __webpack_nonce__: string | undefined;
}

type Props = { nonce?: string; version?: string; children: ReactNode };

/** What every page needs, signed in or not: the theme, the URL as state, the API. */
export function Providers({ nonce, version, children }: Props) {
  if (typeof window !== 'undefined') globalThis.__webpack_nonce__ = nonce;
  return (
    <ThemeProvider attribute="class" storageKey={themeKey} nonce={nonce} disableTransitionOnChange>
      <NuqsAdapter>
        <ApiProvider version={version}>
          {children}
          <UpdateOffer />
        </ApiProvider>
      </NuqsAdapter>
    </ThemeProvider>
  );
}
