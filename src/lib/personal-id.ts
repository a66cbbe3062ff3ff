import { decodeEntities, htmlToText } from './html-text.ts';
import { passesLuhn } from './luhn.ts';
import { withoutInvisible } from './text.ts';

/** What stands where a personal identity number was. */
export const PERSONAL_ID_REMOVED = '[personnummer borttaget]';

// What the field is: in a phone field ten digits are a phone number far more often than a person.
export type PersonalIdField = 'text' | 'phone';

const WORTH_A_LOOK = /\d{6}|\d\d[ ./-]\d\d[ ./-]?\d\d|\d{4}[ ./-]\d\d|[\uff10-\uff19]|\d[<&%\p{Cc}\p{Cf}]/u;
// Full-width digits, control and invisible characters, entities, tags and percent signs.
const HIDING_PLACE = /[\uff10-\uff19<&%\p{Cc}\p{Cf}]/u;
const NUMBER = /(?<![\d+])(18|19|20)?(\d{6})(\s?[-+\u2010-\u2015\u2212]\s?|\s?)(\d{4})(?!\d)/g;
const DATED = /(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)[-+ ]?(\d{4})(?!\d)/g;
// Taken apart in ways of its own: year, month, day and the last four with spaces, points, strokes between.
const APART =
  /(?<![\d+])(18|19|20)?(\d\d)[ ./-]?(\d\d)[ ./-]?(\d\d)(?:\s?[-+/_.\u2010-\u2015\u2212]\s?|\s?)(\d{4})(?!\d)/g;
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
  const shown = decodeEntities(withoutInvisible(plain)).replace(/[\uff10-\uff19]/g, (digit) =>
    digit.normalize('NFKC'),
  );
  const bare = htmlToText(
    shown
      .replace(/%2[dD]/g, '-')
      .replace(/%2[bB]/g, '+')
      .replace(/%20/g, ' '),
  );
  const cleaned = replaceNumbers(bare, field);
  return cleaned === bare ? plain : cleaned;
}

/** Whether a text holds a personal identity number. */
export function hasPersonalId(text: string, field: PersonalIdField = 'text'): boolean {
  return removePersonalIds(text, field) !== text;
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
    .replace(APART, (whole, _century, year: string, month: string, day: string, four: string) => {
      const six = year + month + day;
      // What a phone number could be taken for stays in a phone field, and a mobile number everywhere.
      if (field === 'phone' || MOBILE.test(six) || /^\d+$/.test(whole)) return whole;
      return dayKind(six) === 'birth' && passesLuhn(six + four) ? PERSONAL_ID_REMOVED : whole;
    });
}

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
