import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

export interface PhoneReading {
  /** E.164, in the order read, each once. */
  numbers: string[];
  /** Pieces with digits that are no phone number, and text without digits. */
  unreadable: string[];
  /** What was written beside the numbers: a name, opening hours. */
  remark: string;
}

const MOBILE = /^(?:\+46|0046|0)(7[02369]\d{7})$/;
const LABEL =
  /\b(?:tel(?:efon)?|tfn|mob(?:il(?:telefon)?)?|hem|arb(?:ete)?|jobb|bost(?:ad)?|fax|växel|vx|nr|sms)\b\.?:?/giu;
const BETWEEN =
  /\s*(?:[,;|\n\\]|\/|\s[-–]\s|\.\s|\s(?:eller|och|samt|alt\.?|alternativt|resp\.?|or|&|\+(?=\s))\s)\s*/iu;

/**
 * Reads a phone field. Numbers without a country code are Swedish. Two numbers in one field are split; of two glued
 * together ("+46" + number + number, a join that dropped the space) the first is sure when it is a mobile number.
 */
export function parsePhones(text: string): PhoneReading {
  const compact = text.replace(/[\s()./\u2010-\u2015\u2212-]/g, '');
  const mobile = MOBILE.exec(compact)?.[1];
  if (mobile !== undefined) return { numbers: [`+46${mobile}`], unreadable: [], remark: '' };
  if (!/\d/.test(text))
    return { numbers: [], unreadable: text.trim() === '' ? [] : [text.trim()], remark: '' };

  const bare = text.replace(/\(0\)/g, '').replace(LABEL, ' ');
  const whole = toE164(bare);
  if (whole !== null) return { numbers: [whole], unreadable: [], remark: '' };

  const found: PhoneReading = { numbers: [], unreadable: [], remark: '' };
  const remarks: string[] = [];
  const pieces = bare
    .replace(/\([^)]*\)/g, (note) => {
      remarks.push(note.slice(1, -1));
      return ' ';
    })
    .split(BETWEEN);
  for (const piece of pieces) readPiece(piece, found, remarks);
  found.numbers = [...new Set(found.numbers)];
  found.remark = remarks
    .map((remark) => remark.trim())
    .filter((remark) => /\p{L}/u.test(remark))
    .join(' ');
  return found;
}

function readPiece(piece: string, found: PhoneReading, remarks: string[]): void {
  const number = /[+\d][\d\s().\u2010-\u2015\u2212-]*\d/.exec(piece)?.[0];
  if (number === undefined) {
    if (/\d/.test(piece)) found.unreadable.push(piece.trim());
    else remarks.push(piece);
    return;
  }
  remarks.push(piece.replace(number, ' '));
  const single = toE164(number);
  if (single !== null) {
    found.numbers.push(single);
    return;
  }
  const glued = /^(?:\+46|0046|0)(7[02369]\d{7})(0\d{7,10})$/.exec(
    number.replace(/\D/g, (sign) => (sign === '+' ? '+' : '')),
  );
  if (glued?.[1] === undefined) {
    found.unreadable.push(number.trim());
    return;
  }
  found.numbers.push(`+46${glued[1]}`);
  const second = toE164(glued[2] ?? '');
  if (second === null) found.unreadable.push(glued[2] ?? '');
  else found.numbers.push(second);
}

/** E.164 of one number, null unless it is valid and has at least eight digits as dialled. */
function toE164(text: string): string | null {
  const compact = text
    .replace(/[\s().\u2010-\u2015\u2212-]/g, '')
    .replace(/^\+46\+?46/, '+46')
    .replace(/^\+460/, '+46');
  if (!/^\+?\d{7,16}$/.test(compact)) return null;
  if (/^(?:\+|0046|046(?=7))?0*$/.test(compact)) return null;
  // "46701234567": the country code without its plus sign.
  const dialled = /^46[1-9]\d{6,10}$/.test(compact) ? `+${compact}` : compact;
  const national = /^[1-9]/.test(dialled);
  // Without the leading zero only a mobile number is beyond doubt; others may be local numbers without area code.
  if (national && !/^7[02369]\d{7}$/.test(dialled)) return null;
  const parsed = parsePhoneNumberFromString(dialled, 'SE');
  if (parsed === undefined || !parsed.isValid()) return null;
  const digits = parsed.countryCallingCode === '46' ? `0${parsed.nationalNumber}` : parsed.nationalNumber;
  return digits.length >= 8 ? parsed.number : null;
}
