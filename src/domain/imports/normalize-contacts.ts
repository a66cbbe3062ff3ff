// No contact is lost for a bad name: it is kept by its e-mail or phone, and only an entry that says nothing is left out.
import { parseEmails } from '#lib/email-address.ts';
import { sameLetters } from '#lib/person-name.ts';
import { parsePhones } from '#lib/phone-parse.ts';
import { cutText, foldWords } from '#lib/text.ts';
import { looksLikeWebAddress, parseWebAddress } from '#lib/url.ts';
import { ContactLines } from './contact-lines.ts';
import type { IssueLog } from './issue-log.ts';
import { type NameReading, readName } from './normalize-contact-name.ts';
import { type Fields, fieldsOf, LIMITS, listOf, own, rawText, readLine } from './read-value.ts';
import type { NormalizedContact, NormalizedPhone, PhoneKind } from './record.ts';
import { type RoleReading, readRole } from './roles.ts';

export interface ContactSource {
  contacts: unknown;
  extras: Fields;
  associationName: string;
  homepageUrl: string | null;
}

export interface ReadContacts {
  contacts: NormalizedContact[];
  /** A web address that stood alone in a contact: the association's own site, when it has no other. */
  link: string | null;
}

type Draft = Omit<NormalizedContact, 'key'>;

const MAX_CONTACTS = 500;
const MAX_VALUES = 20;
const EXTRA_KINDS: readonly (readonly [string, PhoneKind])[] = [
  ['mobile', 'mobile'],
  ['home', 'home'],
  ['work', 'work'],
];

export function readContacts(source: ContactSource, log: IssueLog): ReadContacts {
  const entries = Array.isArray(source.contacts) ? source.contacts : [];
  if (entries.length > MAX_CONTACTS) log.add('list_too_long', 'contacts', `${entries.length}`);
  const lines = new ContactLines(extraLines(source.extras, log), source.associationName);
  const boxes = entries.slice(0, MAX_CONTACTS).map((entry) => readBox(fieldsOf(entry), lines, log));
  const drafts: Draft[] = [];
  let link: string | null = null;
  for (const [index, box] of boxes.entries()) {
    const extra = index === 0 ? extraPhones(source.extras, log) : NO_EXTRA;
    for (const draft of draftsOf(box, extra, lines, source, log)) {
      if (hasContent(draft)) drafts.push(draft);
      else link ??= draft.links[0] ?? null;
    }
  }
  if (boxes.length === 0) {
    const extra = extraPhones(source.extras, log);
    if (extra.phones.length + extra.emails.length > 0) {
      log.add('contact_unnamed', 'contacts', extra.phones[0]?.number ?? extra.emails[0] ?? '');
      drafts.push({ name: null, role: null, roleText: null, ...extra, links: [] });
    }
  }
  return { contacts: withKeys(foldUnnamed(drafts).slice(0, MAX_CONTACTS)), link };
}

interface Box {
  name: string | null;
  reading: NameReading | null;
  role: RoleReading;
  email: string | null;
  phone: string | null;
}

function readBox(entry: Fields, lines: ContactLines, log: IssueLog): Box {
  const written = readLine(entry, 'contact_person_name', log, LIMITS.item);
  const name = written === null ? null : (lines.spelling(written) ?? written);
  return {
    name,
    reading: name === null ? null : readName(name),
    role: readRole(readLine(entry, 'contact_person_role', log, 100) ?? ''),
    email: rawText(entry, 'contact_person_email', log)?.slice(0, 2000) ?? null,
    phone: rawText(entry, 'contact_person_phone', log)?.slice(0, 500) ?? null,
  };
}

function draftsOf(
  box: Box,
  extra: ExtraReading,
  lines: ContactLines,
  source: ContactSource,
  log: IssueLog,
): Draft[] {
  const { reading } = box;
  const emails = readEmails(box.email, 'contact_person_email', log);
  const links = [...emails.links];
  const phones = readPhones(box.phone, lines, log);
  let names = reading?.names ?? [];
  let { role, roleText } = box.role;

  if (reading !== null) {
    emails.addresses.push(...reading.emails);
    if (reading.phone !== null) phones.phones.push(...readPhones(reading.phone, lines, log).phones);
    if (reading.link !== null) pushLink(links, reading.link);
    if (reading.notPerson) log.add('name_not_a_person', 'contact_person_name', box.name ?? '');
    if (reading.roleAsName) log.add('role_as_name', 'contact_person_name', box.name ?? '');
    if (reading.role !== null && role === null) {
      role = reading.role.role;
      roleText ??= reading.role.roleText;
    }
    if (reading.notPerson) names = rescuedNames(lines);
  }
  if (names.length === 1 && sameLetters(names[0] ?? '', source.associationName)) {
    log.add('contact_is_association', 'contact_person_name', names[0] ?? '');
    names = [];
    role ??= 'OFFICE';
  }
  if (names.length > 1) log.add('contact_split', 'contact_person_name', box.name ?? '');

  const all: Draft = {
    name: names[0] ?? null,
    role,
    roleText: roleText === null ? null : cutText(roleText, 100),
    emails: unique([...emails.addresses, ...phones.emails, ...extra.emails]),
    phones: mergePhones([...extra.phones, ...phones.phones]),
    links: unique(links).filter((link) => !sameSite(link, source.homepageUrl)),
  };
  const drafts = names.length > 1 ? perPerson(all, names) : [all];
  for (const draft of drafts) {
    if (draft.name === null && draft.role === null && hasContent(draft)) {
      log.add(
        'contact_unnamed',
        'contacts',
        draft.emails[0] ?? draft.phones[0]?.number ?? draft.roleText ?? '',
      );
    }
  }
  return drafts;
}

function rescuedNames(lines: ContactLines): string[] {
  const line = lines.unclaimedName();
  return line === null ? [] : readName(line).names;
}

// As many addresses as persons: one each, in the order written. Otherwise nobody knows whose they are, and all get all.
function perPerson(all: Draft, names: readonly string[]): Draft[] {
  return names.map((name, index) => ({
    ...all,
    name,
    emails: all.emails.length === names.length ? all.emails.slice(index, index + 1) : [...all.emails],
    phones: all.phones.length === names.length ? all.phones.slice(index, index + 1) : [...all.phones],
    links: [...all.links],
  }));
}

export function readEmails(
  text: string | null,
  field: string,
  log: IssueLog,
): { addresses: string[]; links: string[] } {
  if (text === null) return { addresses: [], links: [] };
  const links: string[] = [];
  const { addresses, unreadable, repaired } = parseEmails(text);
  if (addresses.length > 1) log.add('email_split', field, text);
  if (repaired && addresses.length > 0) log.add('email_repaired', field, text);
  for (const piece of unreadable) {
    if (looksLikeWebAddress(piece)) pushLink(links, piece);
    log.add('email_unreadable', field, piece);
  }
  return { addresses: addresses.slice(0, MAX_VALUES), links };
}

function readPhones(text: string | null, lines: ContactLines | null, log: IssueLog): ExtraReading {
  const read: ExtraReading = { phones: [], emails: [] };
  if (text !== null) addPhones(text, null, lines, 'contact_person_phone', log, read);
  return read;
}

function addPhones(
  text: string,
  kind: PhoneKind | null,
  lines: ContactLines | null,
  field: string,
  log: IssueLog,
  into: ExtraReading,
): void {
  if (text.includes('@')) {
    into.emails.push(...parseEmails(text).addresses);
    log.add('phone_unreadable', field, text);
    return;
  }
  const direct = parsePhones(text);
  const better = direct.unreadable.length === 0 ? null : lines?.phoneSpelling(text);
  const { numbers, unreadable } = better ? parsePhones(better) : direct;
  if (numbers.length > 1) log.add('phone_split', field, text);
  for (const number of numbers) into.phones.push({ kind: kindOf(number, kind), number });
  for (const piece of unreadable) {
    log.add('phone_unreadable', field, piece);
    // Kept as text for a person to mend, unless it holds no number at all (a name, only zeros).
    if (/[1-9]\d*\D*\d/.test(piece) && numbers.length === 0)
      into.phones.push({ kind: kind ?? 'other', number: cutText(piece, 60) });
  }
}

/** A number says itself that it is a mobile; a landline in the register's "mobile" is of unknown kind. */
function kindOf(number: string, said: PhoneKind | null): PhoneKind {
  if (said === 'home' || said === 'work') return said;
  return /^\+467[02369]/.test(number) ? 'mobile' : 'other';
}

interface ExtraReading {
  phones: NormalizedPhone[];
  emails: string[];
}
const NO_EXTRA: ExtraReading = { phones: [], emails: [] };

function extraPhones(extras: Fields, log: IssueLog): ExtraReading {
  const fields = fieldsOf(own(extras, 'contact_phones'));
  const read: ExtraReading = { phones: [], emails: [] };
  for (const [key, kind] of EXTRA_KINDS) {
    const text = rawText(fields, key, log)?.slice(0, 500);
    if (text !== undefined) addPhones(text, kind, null, `contact_phones.${key}`, log, read);
  }
  return read;
}

function extraLines(extras: Fields, log: IssueLog): string[] {
  const lines = own(extras, 'contact_lines');
  return Array.isArray(lines) ? listOf(lines, 'contact_lines', log) : [];
}

function mergePhones(phones: readonly NormalizedPhone[]): NormalizedPhone[] {
  const byNumber = new Map<string, NormalizedPhone>();
  for (const phone of phones) {
    const known = byNumber.get(phone.number);
    if (known === undefined || known.kind === 'other') byNumber.set(phone.number, phone);
  }
  return [...byNumber.values()].slice(0, MAX_VALUES);
}

/** An unnamed entry whose addresses and numbers all stand at another contact of the row says nothing of its own. */
function foldUnnamed(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = [];
  for (const [index, draft] of drafts.entries()) {
    const silent =
      draft.name === null && draft.role === null && draft.roleText === null && draft.links.length === 0;
    const covered =
      silent &&
      drafts.some(
        (other, at) => at !== index && covers(other, draft) && (at < index || !covers(draft, other)),
      );
    if (!covered) kept.push(draft);
  }
  return kept;
}

function covers(other: Draft, draft: Draft): boolean {
  return (
    draft.emails.every((email) => other.emails.includes(email)) &&
    draft.phones.every((phone) => other.phones.some((known) => known.number === phone.number))
  );
}

function hasContent(draft: Draft): boolean {
  return (
    draft.name !== null ||
    draft.role !== null ||
    draft.roleText !== null ||
    draft.emails.length > 0 ||
    draft.phones.length > 0
  );
}

function withKeys(drafts: readonly Draft[]): NormalizedContact[] {
  const used = new Map<string, number>();
  return drafts.map((draft) => {
    const base = contactKey(draft);
    const times = (used.get(base) ?? 0) + 1;
    used.set(base, times);
    return { key: times === 1 ? base : `${base}#${times}`, ...draft };
  });
}

function contactKey(draft: Draft): string {
  if (draft.name !== null) return foldWords(draft.name) || draft.name;
  return draft.emails[0] ?? draft.phones[0]?.number ?? foldWords(draft.role ?? draft.roleText ?? '');
}

function pushLink(links: string[], text: string): void {
  const link = parseWebAddress(text);
  if (link !== null) links.push(link);
}

function sameSite(link: string, homepage: string | null): boolean {
  const bare = (url: string) =>
    url
      .replace(/^https?:\/\/(?:www\.)?/, '')
      .replace(/\/$/, '')
      .toLowerCase();
  return homepage !== null && bare(link) === bare(homepage);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].slice(0, MAX_VALUES);
}
