import { cleanLines } from './text.ts';

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  aring: 'å',
  auml: 'ä',
  ouml: 'ö',
  Aring: 'Å',
  Auml: 'Ä',
  Ouml: 'Ö',
  eacute: 'é',
  Eacute: 'É',
  uuml: 'ü',
  Uuml: 'Ü',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  middot: '·',
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  shy: '',
  copy: '©',
  reg: '®',
  deg: '°',
  euro: '€',
  frac12: '½',
};

/** Decodes HTML entities once; an unknown one stays as it is written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,15}));/g,
    (whole, dec, hex, name) => {
      if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole;
      const code = dec === undefined ? Number.parseInt(hex, 16) : Number(dec);
      const usable = code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      return usable || code === 9 || code === 10 ? String.fromCodePoint(code) : ' ';
    },
  );
}

/**
 * The text of a piece of HTML: bodies of scripts and styles and all tags gone, entities decoded, paragraphs as line
 * breaks. The result is text and must still be escaped where it is rendered. A lone "<" (as in "< 18 år") stays.
 */
export function htmlToText(html: string): string {
  if (!html.includes('<') && !html.includes('&')) return cleanLines(html);
  let text = html;
  // Registers store HTML that was escaped once or twice, so tags can appear only after decoding.
  for (let round = 0; round < 3; round += 1) {
    const next = decodeEntities(withoutTags(text));
    if (next === text) break;
    text = next;
  }
  return cleanLines(withoutTags(text));
}

function withoutTags(html: string): string {
  if (!html.includes('<')) return html;
  return html
    .replace(/<(script|style|template|noscript|iframe|svg|head|title)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<(?:br|hr)\b[^>]*>|<\/(?:p|div|li|ul|ol|tr|h[1-6]|table|section)\s*>/gi, '\n')
    .replace(/<li\b[^>]*>/gi, '• ')
    .replace(/<\/?[a-z][^<>]*(?:>|$)|<[!?][^>]*(?:>|$)/gi, '');
}
