import { decodeEntities, htmlToText } from './html-text.ts';
import { passesLuhn } from './luhn.ts';
import { withoutInvisible } from './text.ts';

/** What stands where a personal identity number was. */
export const PERSONAL_ID_REMOVED = '[personnummer borttaget]';

// What the field is: in a phone field ten digits are a phone number far more often than a person.
export type PersonalIdField = 'text' | 'phone';

// Six digits together, a date in parts, or a spelling that only shows its digits once it is written plainly.
const WORTH_A_LOOK =
  /\d{6}|\d\d[ ./-]\d\d[ ./-]?\d\d|\d{4}[ ./-]\d\d|[<&%\p{Cc}\p{Cf}\p{M}]|(?![0-9])\p{Nd}/u;
// Other digits, marks, control and invisible signs, entities, tags, percent signs, other dashes, more than one blank.
const HIDING_PLACE = /(?![0-9])\p{Nd}|[<&%\p{Cc}\p{Cf}\p{M}]|\d\s\s+|\d[^\S ]|\d\s*[\p{Pd}\u2043\u2212]/u;
const NUMBER = /(?<![\d+])(18|19|20)?(\d{6})(\s?[-+\u2010-\u2015\u2212]\s?|\s?)(\d{4})(?!\d)/g;
const DATED = /(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)[-+ ]?(\d{4})(?!\d)/g;
// Taken apart in ways of its own: year, month, day and the last four with spaces, points, strokes between.
const APART =
  /(?<![\d+])(18|19|20)?(\d\d)[ ./-]?(\d\d)[ ./-]?(\d\d)(?:\s?[-+/_.~:,\u2010-\u2015\u2212]\s?|\s?)(\d\d\s?\d\d)(?!\d)/g;
const DAY_FIRST = /(?<!\d)(\d\d)[ ./-](\d\d)[ ./-](?:19|20)(\d\d)\s?[-+/_.~:,]?\s?(\d\d\s?\d\d)(?!\d)/g;
const MOBILE = /^07[02369]/;

/**
 * Replaces every Swedish personal identity number and coordination number (folkbokföringslagen (1991:481) 18 §,
 * lagen (2022:1697) om samordningsnummer: day + 60) in a text. Organisation numbers stay: their third digit is at least
 * 2, which no month has. Ten digits without a dash must also pass Luhn and not look like a phone number.
 */
export function removePersonalIds(text: string, field: PersonalIdField = 'text'): string {
  if (!WORTH_A_LOOK.test(text)) return text;
  const plain = replaceNumbers(text, field);
  if (!HIDING_PLACE.test(plain)) return plain;
  const bare = writePlainly(plain);
  const cleaned = replaceNumbers(bare, field);
  return cleaned === bare ? plain : cleaned;
}

/** Whether a text holds a personal identity number. */
export function hasPersonalId(text: string, field: PersonalIdField = 'text'): boolean {
  return removePersonalIds(text, field) !== text;
}

/**
 * The text as a reader would see it: entities and percent signs decoded, tags, marks on digits and invisible signs gone,
 * every digit an ASCII one, every dash a hyphen, runs of blanks one blank.
 */
function writePlainly(text: string): string {
  return htmlToText(withoutPercentSigns(decodeEntities(withoutInvisible(text))))
    .replace(/(\p{Nd})\p{M}+/gu, '$1')
    .replace(/(?![0-9])\p{Nd}/gu, asciiDigit)
    .replace(/[\p{Pd}\u2043\u2212]/gu, '-')
    .replace(/[^\S\n]+/g, ' ');
}

/** Characters written as percent signs, as in addresses and forms; what was encoded again is decoded again. */
function withoutPercentSigns(text: string): string {
  let plain = text;
  for (let round = 0; round < 3 && PERCENT_SIGNS.test(plain); round += 1) {
    plain = plain
      .replace(/\+(?=%[0-9a-f]{2})|(?<=%[0-9a-f]{2})\+/gi, ' ')
      .replace(/(?:%[0-9a-f]{2})+/gi, decodeSigns);
  }
  return plain;
}

const PERCENT_SIGNS = /%[0-9a-f]{2}/i;
const decodeSigns = (signs: string) =>
  new TextDecoder().decode(Uint8Array.from(signs.slice(1).split('%'), (hex) => Number.parseInt(hex, 16)));

/** Unicode keeps the ten digits of a script together and in order, but for its mathematical ones, which NFKC knows. */
function asciiDigit(digit: string): string {
  const plain = digit.normalize('NFKC');
  if (/^[0-9]$/.test(plain)) return plain;
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

function replaceNumbers(text: string, field: PersonalIdField): string {
  return text
    .replace(NUMBER, (whole, century: string | undefined, six: string, gap: string, four: string) =>
      isPersonal(century, six, gap.trim(), gap !== '', four, field) ? PERSONAL_ID_REMOVED : whole,
    )
    .replace(DATED, (whole, year: string, month: string, day: string, four: string) => {
      const six = year.slice(2) + month + day;
      return dayKind(six) && passesLuhn(six + four) ? PERSONAL_ID_REMOVED : whole;
    })
    .replace(APART, (whole, _century, year: string, month: string, day: string, last: string) => {
      // What a phone number could be taken for stays in a phone field, and a mobile number everywhere.
      if (field === 'phone' || MOBILE.test(year + month + day) || /^\d+$/.test(whole)) return whole;
      return isBirthNumber(year + month + day, last) ? PERSONAL_ID_REMOVED : whole;
    })
    .replace(DAY_FIRST, (whole, day: string, month: string, year: string, last: string) =>
      field === 'text' && isBirthNumber(year + month + day, last) ? PERSONAL_ID_REMOVED : whole,
    );
}

const isBirthNumber = (six: string, last: string) =>
  dayKind(six) === 'birth' && passesLuhn(six + last.replace(/\s/, ''));

function isPersonal(
  century: string | undefined,
  six: string,
  dash: string,
  apart: boolean,
  four: string,
  field: PersonalIdField,
): boolean {
  const day = dayKind(six);
  if (day === null) return false;
  const luhn = passesLuhn(six + four);
  if (century !== undefined) return !apart || dash !== '' || luhn;
  const likeMobile = MOBILE.test(six);
  if (dash !== '') {
    if (field === 'phone') return luhn && !likeMobile;
    return !(likeMobile && day === 'coordination');
  }
  if (!luhn) return false;
  if (field === 'phone') return !six.startsWith('0') && !six.startsWith('46');
  return !(six.startsWith('0') && (likeMobile || day === 'coordination'));
}

function dayKind(six: string): 'birth' | 'coordination' | null {
  const month = Number(six.slice(2, 4));
  const day = Number(six.slice(4, 6));
  if (month < 1 || month > 12) return null;
  const last = month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (day >= 1 && day <= last) return 'birth';
  return day >= 61 && day <= last + 60 ? 'coordination' : null;
}
