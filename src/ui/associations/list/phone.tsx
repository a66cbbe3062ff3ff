import { formatPhone, phoneLink } from '#lib/phone.ts';
import { Address } from './address.tsx';

/** A number as Swedes write it. It comes on demand, as its column is one that people add. */
export function Phone({ number }: { number: string }) {
  const href = phoneLink(number);
  return href ? <Address href={href} text={formatPhone(number)} /> : number;
}
