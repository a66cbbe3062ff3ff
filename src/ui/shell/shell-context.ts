'use client';
import { createContext, useContext } from 'react';
import type { Locale } from '#ui/i18n/locales.ts';

export type Shell = {
  openPalette: () => void;
  openKeys: () => void;
  /** Keeps the language with the account, so that other browsers greet the person in it too. */
  rememberLocale?: (locale: Locale) => void;
};

export const ShellContext = createContext<Shell>({ openPalette: () => {}, openKeys: () => {} });

export const useShell = (): Shell => useContext(ShellContext);
