'use client';
import { useSyncExternalStore } from 'react';
import { type Theme, themeEvent, themeKey, themes } from './themes.ts';

type ThemeState = {
  /** What was chosen; the server cannot know it. */
  theme: Theme | undefined;
  /** What is on the screen. */
  shown: 'light' | 'dark';
  setTheme: (theme: string) => void;
};

// A choice that the browser would not store holds as long as the page.
let unstored: string | undefined;

/** The theme, as the script of the first paint keeps it; see theme-script.ts. */
export function useTheme(): ThemeState {
  const theme = useSyncExternalStore(subscribe, chosen, () => undefined);
  const shown = useSyncExternalStore(
    subscribe,
    () => (document.documentElement.classList.contains('dark') ? 'dark' : 'light'),
    () => 'light' as const,
  );
  return { theme, shown, setTheme };
}

function subscribe(changed: () => void): () => void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', changed);
  window.addEventListener('storage', changed);
  window.addEventListener(themeEvent, changed);
  return () => {
    dark.removeEventListener('change', changed);
    window.removeEventListener('storage', changed);
    window.removeEventListener(themeEvent, changed);
  };
}

function chosen(): Theme {
  let word = unstored;
  try {
    word ??= localStorage.getItem(themeKey) ?? undefined;
  } catch {
    // Without storage the system decides.
  }
  return themes.find((each) => each === word) ?? 'system';
}

function setTheme(theme: string): void {
  try {
    localStorage.setItem(themeKey, theme);
    unstored = undefined;
  } catch {
    unstored = theme;
  }
  window.dispatchEvent(new CustomEvent(themeEvent, { detail: theme }));
}
