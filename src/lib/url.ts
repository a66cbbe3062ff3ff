const HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]*)\.)+(?:\p{L}{2,24}|xn--[a-z0-9-]{2,40})\.?$/u;

// Written as it should be, which most are: nothing to mend, and no parser needed to know it.
const SOUND = /^https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}(?:\/[\w~!$&'()*+,;=:@.%?#/-]*)?$/;

/**
 * A web address as people write it, made whole: `https://` where the scheme is missing (sources: more than 3,800 register
 * rows), lower-case host, no slash after a bare host. Null where no address can be made of it. Only http and https.
 */
export function parseWebAddress(text: string): string | null {
  if (text.length < 2000 && SOUND.test(text) && !text.includes('/../')) return withoutBareSlash(text);
  const written = firstWord(text);
  if (written === '' || written.length > 2000) return null;
  const scheme = /^(https?)\s*(?:[:;.]\/{1,3}|:\/*|\/\/:?)(?=[^/])/i.exec(written);
  if (scheme === null && /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(written)) return null;
  const rest = scheme === null ? written.replace(/^\/+/, '') : written.slice(scheme[0].length);
  // "http://http://x.se" and "https://www.http://x.se" occur; the last address is the meant one.
  const inner = rest.replace(/^(?:www\.)?https?:\/\//i, '');
  const whole = `${scheme?.[1]?.toLowerCase() ?? 'https'}://${inner}`;
  const host = /^[^/?#]*/.exec(inner)?.[0] ?? '';
  if (host.includes('@') || !HOST.test(host.replace(/:\d{1,5}$/, '').replace(/^www\.{2,}/, 'www.')))
    return null;
  if (!URL.canParse(whole)) return null;
  const url = new URL(whole.replace(/^(https?:\/\/)www\.{2,}/, '$1www.'));
  if (url.pathname === '/' && url.search === '' && url.hash === '') return `${url.protocol}//${url.host}`;
  return url.href;
}

/** Whether a text is nothing but a web address or a bare domain: "www.x.se", "x.se/om", "https://x.se". */
export function looksLikeWebAddress(text: string): boolean {
  const trimmed = text.trim();
  if (/\s/.test(trimmed) || trimmed.includes('@')) return false;
  if (/^(?:https?:\/\/|www\.)/i.test(trimmed)) return true;
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.[a-z]{2,10}(?:\/\S*)?$/iu.test(trimmed);
}

/** Host and port in lower case, null for what is no http address. */
export function hostOf(url: string): string | null {
  const sound = /^https?:\/\/([a-z0-9.-]+)(?=[/?#]|$)/.exec(url)?.[1];
  if (sound !== undefined) return sound;
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  const { host } = new URL(url);
  return host === '' ? null : host.toLowerCase();
}

function firstWord(text: string): string {
  const words = text
    .trim()
    .replace(/^(https?:\/\/)\s+(?=\S)/i, '$1')
    .split(/[\s,;<>"]+/)
    .filter((word) => word !== '');
  return (
    words.find((word) => /^(?:https?:|www\.)/i.test(word)) ??
    (words.length === 1 ? words[0] : undefined) ??
    ''
  ).replace(/[.)\]]+$/, '');
}

function withoutBareSlash(url: string): string {
  return url.endsWith('/') && url.indexOf('/', 8) === url.length - 1 ? url.slice(0, -1) : url;
}
