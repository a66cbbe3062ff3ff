export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];

/** Where the choice stands in the browser's storage, and what this page calls out when it changes. */
export const themeKey = 'kansli-theme';
export const themeEvent = 'kansli:theme';
