// Turns a piece of HTML into plain text, by a kept tokenizer, in time that grows with the length alone.
import { decodeHTMLStrict } from 'entities';
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { cleanLines } from './text.ts';

/** Decodes HTML entities once; an unknown one stays as it is written, an impossible character becomes a space. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  const decoded = decodeHTMLStrict(text);
  return text.includes('\ufffd') ? decoded : decoded.replaceAll('\ufffd', ' ');
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

/** Elements whose content is no text for people. */
const HIDDEN = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'svg', 'head', 'title']);
const BREAK_AT_START = new Set(['br', 'hr']);
const BREAK_AT_END = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'section',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);

const nothing = () => undefined;

// The tokenizer without the parser above it: what closes what is of no interest here, and keeping account of it costs
// time that grows with the square of the depth.
function withoutTags(html: string): string {
  if (!html.includes('<')) return html;
  let text = '';
  let hidden: string | null = null;
  const put = (piece: string) => {
    if (hidden === null) text += piece;
  };
  const nameAt = (start: number, end: number) => html.slice(start, end).toLowerCase();
  // Where a tag goes after a "<", the rest must not become a tag with it.
  const apart = () => {
    if (text.endsWith('<')) put(' ');
  };
  const callbacks: TokenizerCallbacks = {
    ontext: (start, end) => put(html.slice(start, end)),
    onopentagname(start, end) {
      const name = nameAt(start, end);
      apart();
      if (BREAK_AT_START.has(name)) put('\n');
      if (name === 'li') put('• ');
      if (HIDDEN.has(name)) {
        put(' ');
        hidden ??= name;
      }
    },
    onclosetag(start, end) {
      const name = nameAt(start, end);
      apart();
      if (hidden === name) hidden = null;
      if (BREAK_AT_END.has(name)) put('\n');
    },
    oncomment: () => put(' '),
    oncdata: (start, end) => put(html.slice(start, end)),
    ondeclaration: apart,
    onprocessinginstruction: apart,
    onopentagend: nothing,
    onselfclosingtag: nothing,
    onattribname: nothing,
    onattribdata: nothing,
    onattribentity: nothing,
    onattribend: nothing,
    ontextentity: nothing,
    onend: nothing,
  };
  const tokenizer = new Tokenizer({ decodeEntities: false }, callbacks);
  tokenizer.write(html);
  tokenizer.end();
  return text;
}
