'use client';
import { createContext, useContext } from 'react';
import type { Role } from '#domain/permissions.ts';
import type { Locale } from '#ui/i18n/locales.ts';

export type Me = { id: string; name: string; email: string; role: Role; locale: Locale };

export const MeContext = createContext<Me | null>(null);

/** Who is signed in. The shell has it before any screen renders, so there is no loading state to draw. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe() belongs below the signed-in layout');
  return me;
}
