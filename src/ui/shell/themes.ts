// The themes that a person chooses from, and where the browser keeps the choice; next-themes does the rest.
export const themes = ['light', 'dark', 'system'] as const;

export const themeKey = 'kansli-theme';
