// A contact's name field holds names, roles, phones, dialog buttons and domains: each goes where it belongs.
import { parseEmails } from '#lib/email-address.ts';
import { restoreName } from '#lib/person-name.ts';
import { PERSONAL_ID_REMOVED } from '#lib/personal-id.ts';
import { foldWords } from '#lib/text.ts';
import { looksLikeWebAddress } from '#lib/url.ts';
import { isRoleWord, type RoleReading, readRole } from './roles.ts';

export interface NameReading {
  /** One or several persons, capitals restored. Empty when the field names nobody. */
  names: string[];
  role: RoleReading | null;
  emails: string[];
  /** A phone number written into the name, as text. */
  phone: string | null;
  link: string | null;
  /** Why there is no name although the field held something. */
  notPerson: boolean;
  roleAsName: boolean;
}

// Buttons and headings of the registers' own pages, and words for "nobody".
const NOT_NAMES = new Set([
  'stäng',
  'close',
  'stäng dialog',
  'visa',
  'visa mer',
  'visa mer information',
  'mer information',
  'kontaktinformation',
  'hemsida',
  'e post',
  'epost',
  'telefon',
  'mobil',
  'mobiltelefon',
  'adress',
  'namn',
  'saknas',
  'okänd',
  'okänt',
  'ingen',
  'ingen uppgift',
  'ej angivet',
  'ej angiven',
  'vakant',
  'se hemsida',
  'se hemsidan',
  'null',
  'none',
  'n n',
  'nn',
  'undefined',
  'test',
  'info',
  'uppgift saknas',
]);

export function isDialogWord(text: string): boolean {
  return NOT_NAMES.has(foldWords(text));
}

/** Whether a line of a contact box can be a person's name: letters, no address, number, button or role. */
export function canBeName(text: string): boolean {
  return (
    /\p{L}{2}/u.test(text) &&
    text.length <= 100 &&
    !/@|:\/\/|www\./i.test(text) &&
    !/\d{3}/.test(text) &&
    !isDialogWord(text) &&
    !looksLikeWebAddress(text)
  );
}

// First name and surname and nothing else, which most are.
const TWO_WORDS = /^\p{L}[\p{L}-]+ \p{L}[\p{L}-]+$/u;

export function readName(written: string): NameReading {
  const reading: NameReading = {
    names: [],
    role: null,
    emails: [],
    phone: null,
    link: null,
    notPerson: false,
    roleAsName: false,
  };
  if (
    TWO_WORDS.test(written) &&
    !written.split(' ').some(isRoleWord) &&
    !isRoleWord(written) &&
    !isDialogWord(written)
  ) {
    reading.names = [restoreName(written)];
    return reading;
  }
  let text = written.replaceAll(PERSONAL_ID_REMOVED, ' ');
  if (text.includes('@')) {
    reading.emails = parseEmails(text).addresses;
    text = text.replace(/\S*@\S*/g, ' ');
  }
  text = text.replace(
    /(?:tel|tfn|mob|mobil|telefon)?[.:]?\s*(?<!\d)(?:\+\d|0\d)[\d\s()/-]{5,}\d/giu,
    (number) => {
      reading.phone ??= number.replace(/^\D*?(?=[+\d])/, '').trim();
      return ' ';
    },
  );
  text = text.replace(/(?:https?:\/\/|www\.)\S+/giu, (address) => {
    reading.link ??= address;
    return ' ';
  });
  text = trimName(text);
  if (looksLikeWebAddress(text)) {
    reading.link = text;
    text = '';
  }
  text = takeRole(text, reading);
  if (text === '' || !/\p{L}/u.test(text) || isDialogWord(text)) {
    reading.notPerson = reading.role === null;
    return reading;
  }
  reading.names = splitPersons(text)
    .map((name) => restoreName(trimName(name)))
    .filter((name) => name !== '' && !isDialogWord(name));
  reading.notPerson = reading.names.length === 0;
  return reading;
}

/** Takes "Ordförande" off "Ordförande: Anna Ek", "Anna Ek, ordförande", "Anna Ek/kassör" and "Anna Ek (sekr.)". */
function takeRole(text: string, reading: NameReading): string {
  if (isRoleWord(text)) {
    reading.role = readRole(text);
    reading.roleAsName = true;
    return '';
  }
  const behind = /^(.+?)(?:\s*[,/(–:;-]\s*|\s+)((?:vice |v\. ?|styrelse)?\p{L}+\.?)\)?$/iu.exec(text);
  if (behind?.[1] && behind[2] && isRoleWord(behind[2])) {
    reading.role = readRole(behind[2]);
    return takeMore(trimName(behind[1]), reading);
  }
  const before = /^((?:vice |v\. ?)?\p{L}+\.?)(?:\s*[,/–:;-]\s*|\s+)(.+)$/iu.exec(text);
  if (before?.[1] && before[2] && isRoleWord(before[1])) {
    reading.role = readRole(before[1]);
    return takeMore(trimName(before[2]), reading);
  }
  return text;
}

// "Anna Ek, vice ordförande" is matched word by word, so "vice" may be left behind.
function takeMore(rest: string, reading: NameReading): string {
  const vice = /^(.*?)[\s,/–-]+(?:vice|v\.?)$/iu.exec(rest);
  if (vice !== null && reading.role?.role === 'CHAIR') {
    reading.role = { role: 'VICE_CHAIR', roleText: null };
    return trimName(vice[1] ?? '');
  }
  return rest;
}

/**
 * Two persons in one field. "Anna Ek och Bo Al", "Anna Ek/Bo Al" and "Anna Ek, Bo Al" are two; "Anna och Bo Ek" share the
 * surname; "Ek, Anna" and a double surname with a slash stay one.
 */
function splitPersons(text: string): string[] {
  const joined = text
    .split(/\s+(?:och|&|\+|and|samt|eller)\s+|\s*[;&]\s*/iu)
    .filter((part) => part.trim() !== '');
  const parts = joined.flatMap((part) => splitWhole(part));
  const first = parts[0];
  const last = parts.at(-1);
  if (parts.length === 2 && first && last && wordsOf(first) === 1 && wordsOf(last) === 2) {
    return [`${first} ${last.trim().split(/\s+/)[1]}`, last];
  }
  return parts.slice(0, 10);
}

function splitWhole(part: string): string[] {
  const pieces = part.split(/\s*[,/]\s*/).filter((piece) => piece !== '');
  const separate = pieces.length > 1 && pieces.every((piece) => wordsOf(piece) >= 2);
  return separate
    ? pieces
    : [
        pieces.length === 2 && pieces.every((piece) => wordsOf(piece) === 1)
          ? pieces.join(part.includes('/') ? '/' : ' ')
          : part,
      ];
}

function wordsOf(text: string): number {
  return text.trim().split(/\s+/).length;
}

function trimName(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\(\s*\)/g, '')
    .replace(/^[\s,;:/.·•*–-]+|[\s,;:/·•*–-]+$/g, '')
    .replace(/\s+\.$/, '')
    .trim();
}
