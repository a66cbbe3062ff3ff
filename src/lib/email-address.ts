import { withoutInvisible } from './text.ts';

// What this product accepts as an address: the form of zod's e-mail check, so that import and forms agree, and the
// lengths of RFC 5321 (64 before the @, 254 in all).
const ADDRESS = /^(?!\.)(?!.*\.\.)[a-z0-9_'+.-]*[a-z0-9_+-]@(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,24}$/;
const TOP_LEVELS = 'se|com|nu|org|net|eu|info|dk|fi|no|example';
const GLUED = new RegExp(`^([^@]+@(?:[^@]*?)\\.(?:${TOP_LEVELS}))([^@.]+(?:\\.[^@]+)?@[^@]+)$`);
const COMMA_FOR_DOT = new RegExp(`(@[^\\s@,;]+),(${TOP_LEVELS})(?=$|[\\s,;>/])`, 'g');

export interface EmailReading {
  /** Lower case, in the order written, each once. */
  addresses: string[];
  /** The parts no certain address could be made of. */
  unreadable: string[];
  /** Something other than capitals and outer spaces was mended. */
  repaired: boolean;
}

/** Whether a text is one usable e-mail address in lower case. */
export function isEmailAddress(text: string): boolean {
  return text.length <= 254 && text.indexOf('@') <= 64 && ADDRESS.test(text);
}

/**
 * Reads an e-mail field as registers hold it: several addresses (comma, semicolon, space, slash, "eller"), `mailto:`,
 * angle brackets, `@gmail,com`, two addresses glued together. Mends what can only be meant one way; the rest is set aside.
 */
export function parseEmails(text: string): EmailReading {
  const plain = withoutInvisible(text).trim().toLowerCase();
  if (plain === '') return { addresses: [], unreadable: [], repaired: false };
  if (isEmailAddress(plain)) return { addresses: [plain], unreadable: [], repaired: false };
  if (!/[@\uff20\ufe6b]|\(at\)|\[at\]|%40/.test(plain))
    return { addresses: [], unreadable: [text.trim()], repaired: false };

  const mended = mend(plain);
  const words = mended
    .split(/[\s;|/\\]+|(?<=@\S*),(?=\s|$)|(?<=@[^,\s]*),(?=[^,\s]*@)/)
    .filter((word) => word !== '');
  const reading: EmailReading = { addresses: [], unreadable: [], repaired: mended !== plain };
  for (const word of withLostHalves(words)) readWord(word, reading);
  reading.addresses = [...new Set(reading.addresses)];
  return reading;
}

const FILLER =
  /^(?:eller|och|el|samt|or|and|alt|alternativt|e-?post|epost|e-?mail|e-?postadress|mail|&|\+|-|)$/;

// "anna svensson@x.se": a word right before an address may be its lost first half, so the two are judged as one. A word
// that ends in a colon or comma is a label; one after an address is a remark.
function withLostHalves(words: string[]): string[] {
  const whole: string[] = [];
  let half = '';
  for (const word of words) {
    if (word.includes('@')) whole.push(half === '' ? word : `${half} ${word}`);
    half = word.includes('@') || /[:,]$/.test(word) || FILLER.test(word) ? '' : word;
  }
  return whole;
}

function readWord(word: string, reading: EmailReading): void {
  const bare = word.replace(/^[,.'"(:]+|[,.'"):>]+$/g, '');
  if (isEmailAddress(bare)) {
    if (bare !== word && bare !== word.replace(/,$/, '')) reading.repaired = true;
    reading.addresses.push(bare);
    return;
  }
  const glued = GLUED.exec(bare);
  if (glued?.[1] && glued[2] && isEmailAddress(glued[1]) && isEmailAddress(glued[2])) {
    reading.addresses.push(glued[1], glued[2]);
    reading.repaired = true;
    return;
  }
  const ascii = withAsciiDomain(bare);
  if (ascii !== null) {
    reading.addresses.push(ascii);
    reading.repaired = true;
    return;
  }
  reading.unreadable.push(bare);
}

function mend(text: string): string {
  return text
    .replace(/mailto:\s*/g, '')
    .replace(/%40/g, '@')
    .replace(/\s*(?:\(at\)|\[at\]|\(a\)|\(snabel-?a\))\s*/g, '@')
    .replace(/[\uff20\ufe6b]/g, '@')
    .replace(/@{2,}/g, '@')
    .replace(/[^<>\n;,]*<([^<>]*@[^<>]*)>/g, ' $1 ')
    .replace(/[<>"“”]/g, ' ')
    .replace(/\([^()@]*\)/g, ' ')
    .replace(/\s*@\s*/g, '@')
    .replace(COMMA_FOR_DOT, '$1.$2')
    .replace(/(@[^\s@,;]*?)\.{2,}(?=[^\s@,;.])/g, '$1.')
    .trim();
}

// Only the part after the @ may be written in non-ASCII letters: DNS knows them as punycode (RFC 5891).
function withAsciiDomain(address: string): string | null {
  const at = address.indexOf('@');
  const domain = address.slice(at + 1);
  if (at < 1 || !/[^\u0020-\u007e]/.test(domain) || !URL.canParse(`http://${domain}`)) return null;
  const ascii = `${address.slice(0, at)}@${new URL(`http://${domain}`).hostname}`;
  return isEmailAddress(ascii) ? ascii : null;
}
