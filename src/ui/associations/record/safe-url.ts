/** The address when it may become a link: only http and https. Register text is never trusted to be one. */
export function safeUrl(text: string | null | undefined): string | null {
  if (!text || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  return text;
}

export const shortUrl = (url: string): string =>
  url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
