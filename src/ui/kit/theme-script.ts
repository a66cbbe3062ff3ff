import { themeEvent, themeKey } from './themes.ts';

/** Puts the theme on the page before anything is painted, and keeps it right. Sent as text, so it knows only its arguments. */
function keepTheme(key: string, event: string) {
  const { nonce = '' } = document.currentScript ?? {};
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let chosen: string | null = null;
  try {
    chosen = localStorage.getItem(key);
  } catch {
    // Without storage the system decides.
  }

  const show = () => {
    const { classList, style } = document.documentElement;
    const theme = chosen === 'light' || chosen === 'dark' ? chosen : dark.matches ? 'dark' : 'light';
    classList.toggle('light', theme === 'light');
    classList.toggle('dark', theme === 'dark');
    style.colorScheme = theme;
  };
  // Colours change at once, not each in its own time.
  const change = () => {
    const still = document.createElement('style');
    still.nonce = nonce;
    still.textContent = '*,*::before,*::after{transition:none!important}';
    document.head.append(still);
    show();
    getComputedStyle(document.body).color;
    setTimeout(() => still.remove(), 1);
  };

  show();
  dark.addEventListener('change', change);
  addEventListener('storage', (stored) => {
    // Without a key all of the storage was emptied.
    if (stored.key !== null && stored.key !== key) return;
    chosen = stored.newValue;
    change();
  });
  addEventListener(event, (called) => {
    if (!(called instanceof CustomEvent)) return show();
    chosen = called.detail;
    change();
  });
}

export const themeScript = `(${keepTheme})(${JSON.stringify(themeKey)},${JSON.stringify(themeEvent)})`;
