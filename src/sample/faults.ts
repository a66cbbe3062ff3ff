// A register without faults would teach nothing: a few of those that real ones have, each at a known share.
import type { Random } from './random.ts';
import type { RegisterRecord } from './register-record.ts';

/** Share of records (for contact faults: of contacts) that get the fault. */
export const FAULT_SHARES = {
  surnameLowerCased: 0.08,
  closeButtonAsContact: 0.05,
  roleAsName: 0.004,
  twoPersonsInOne: 0.005,
  twoAddressesInOne: 0.004,
  addressWithoutAt: 0.003,
  activityCut: 0.03,
  siteWithoutScheme: 0.05,
  detailsMissing: 0.015,
  numberWithPrefix: 0.01,
  numberWrong: 0.003,
  doubleSpace: 0.004,
} as const;

function spoilContacts(random: Random, record: RegisterRecord): void {
  for (const contact of record.contacts) {
    const name = contact.contact_person_name ?? '';
    if (random.chance(FAULT_SHARES.surnameLowerCased) && record.source_system !== 'ActorSmartbook')
      contact.contact_person_name = name.charAt(0) + name.slice(1).toLowerCase();
    else if (random.chance(FAULT_SHARES.roleAsName)) contact.contact_person_name = 'Ordförande';
    else if (random.chance(FAULT_SHARES.twoPersonsInOne))
      contact.contact_person_name = `${name} och Karin Provlund`;
    const email = contact.contact_person_email;
    if (!email) continue;
    if (random.chance(FAULT_SHARES.twoAddressesInOne))
      contact.contact_person_email = `${email}; kansli@epost.example`;
    else if (random.chance(FAULT_SHARES.addressWithoutAt)) contact.contact_person_email = 'saknas';
  }
  const [first] = record.contacts;
  if (record.source_system === 'RBOK' && first && random.chance(FAULT_SHARES.closeButtonAsContact))
    first.contact_person_name = 'Stäng';
}

/** Spoils the record in place; contacts last, so that a changed board does not move the other faults. */
export function addFaults(random: Random, record: RegisterRecord): void {
  const a = record.association;
  const last = a.activities.length - 1;
  if (random.chance(FAULT_SHARES.activityCut) && record.source_system === 'FRI')
    a.activities[last] = `${(a.activities[last] ?? '').slice(0, 6)}...`;
  if (a.homepage_url && random.chance(FAULT_SHARES.siteWithoutScheme))
    a.homepage_url = a.homepage_url.replace(/^https:\/\/(.*)\/$/, '$1');
  if (a.org_number && random.chance(FAULT_SHARES.numberWithPrefix))
    a.org_number = `16${a.org_number.replace('-', '')}`;
  else if (a.org_number && random.chance(FAULT_SHARES.numberWrong))
    a.org_number = a.org_number.slice(0, -1) + ((Number(a.org_number.slice(-1)) + 1) % 10);
  if (random.chance(FAULT_SHARES.doubleSpace) && record.source_system !== 'RBOK')
    a.name = a.name.replace(' ', '  ');
  spoilContacts(random, record);
  if (random.chance(FAULT_SHARES.detailsMissing) && record.source_system === 'FRI') {
    Object.assign(a, { street_address: null, postal_code: null, city: null, email: null, description: null });
    record.contacts = [];
    record.extras = {};
  }
}
