import { passesLuhn } from './luhn.ts';

export type OrgNumberReading =
  | { kind: 'valid'; orgNumber: string }
  /** A personal identity number, or something so like one that it may not be kept. The value is not given back. */
  | { kind: 'personal' }
  | { kind: 'invalid' };

/**
 * Reads a Swedish organisation number: ten digits, the third at least 2, last digit by Luhn (Skatteverket, SKV 709;
 * lagen (1974:174) om identitetsbeteckning för juridiska personer). Twelve digits that begin with 16 are the same
 * number with the century code of legal persons. A third digit below 2 makes it a personal identity number.
 */
export function parseOrgNumber(text: string): OrgNumberReading {
  const compact = text.replace(/[\s.\u2010-\u2015\u2212+-]/g, '').replace(/^SE(?=\d{10,12}$)/i, '');
  const digits = compact.replace(/\D/g, '');
  const ten = digits.length === 12 ? digits.slice(2) : digits;
  if (digits.length === 12 || digits.length === 10) {
    if ((ten[2] ?? '') < '2') return { kind: 'personal' };
    const prefixed = digits.length === 12 && !digits.startsWith('16');
    if (!prefixed && /^\d+$/.test(compact) && passesLuhn(ten)) {
      return { kind: 'valid', orgNumber: formatOrgNumber(ten) };
    }
    return { kind: 'invalid' };
  }
  return { kind: 'invalid' };
}

/** `8024361639` to `802436-1639`; anything that is not ten digits comes back unchanged. */
export function formatOrgNumber(orgNumber: string): string {
  const digits = orgNumber.replace(/[\s-]/g, '');
  return /^\d{10}$/.test(digits) ? `${digits.slice(0, 6)}-${digits.slice(6)}` : orgNumber;
}
