// An e-mail address, phone number or link as it is compared with others, and what a typed text may mean.
import { parseEmails } from '#lib/email-address.ts';
import { parsePhones } from '#lib/phone-parse.ts';
import { looksLikeWebAddress, parseWebAddress } from '#lib/url.ts';
import type { AddressKind } from '#prisma/enums.ts';

export interface AddressValue {
  kind: AddressKind;
  value: string;
}

/** The same steps as address_value() in the database: lower case of ASCII alone, links without their beginning and end. */
export function addressValue(kind: AddressKind, shown: string): string {
  const lower = shown.replace(/^ +| +$/g, '').replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
  const value = kind === 'LINK' ? lower.replace(/^https?:\/\/(www\.)?/, '').replace(/\/+$/, '') : lower;
  return Array.from(value).slice(0, 500).join('');
}

/** Everything a text can be read as; a text that is no address is looked for as fields keep it. */
export function readAddresses(text: string): AddressValue[] {
  const link = looksLikeWebAddress(text) ? parseWebAddress(text) : null;
  const read: [AddressKind, string][] = [
    ...parseEmails(text).addresses.map((shown): [AddressKind, string] => ['EMAIL', shown]),
    ...parsePhones(text).numbers.map((shown): [AddressKind, string] => ['PHONE', shown]),
    ...(link === null ? [] : [['LINK', link] as [AddressKind, string]]),
  ];
  const asKept = (['EMAIL', 'PHONE', 'LINK'] as const).map((kind): [AddressKind, string] => [kind, text]);
  return (read.length > 0 ? read : asKept)
    .map(([kind, shown]) => ({ kind, value: addressValue(kind, shown) }))
    .filter(({ value }) => value !== '');
}
