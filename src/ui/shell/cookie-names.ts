/** Holds `collapsed` when the menu is a strip of icons. */
export const sidebarCookie = 'kansli_sidebar';
