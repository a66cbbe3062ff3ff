'use client';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useEffect } from 'react';
import { ApiProvider } from '#api/client.tsx';
import { themeEvent } from '#ui/kit/themes.ts';

declare global {
  // The name under which the scroll lock of dialogs looks for the nonce of its style element.
  var __webpack_nonce__: string | undefined;
}

/** What every page needs, signed in or not: the URL as state, the wire. */
export function Providers({ nonce, children }: { nonce?: string; children: ReactNode }) {
  if (typeof window !== 'undefined') globalThis.__webpack_nonce__ = nonce;
  // When React had to draw the whole document anew, the theme went with it.
  useEffect(() => void window.dispatchEvent(new Event(themeEvent)), []);
  return (
    <NuqsAdapter>
      <ApiProvider>{children}</ApiProvider>
    </NuqsAdapter>
  );
}
