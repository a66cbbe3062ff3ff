// The association's own fields: cleaned where the meaning is certain, left out with an issue where it is not.
import { parseOrgNumber } from '#lib/org-number.ts';
import { PERSONAL_ID_REMOVED } from '#lib/personal-id.ts';
import { parsePhones } from '#lib/phone-parse.ts';
import { cutText } from '#lib/text.ts';
import { looksLikeWebAddress, parseWebAddress } from '#lib/url.ts';
import type { IssueLog } from './issue-log.ts';
import { isDialogWord } from './normalize-contact-name.ts';
import { readEmails } from './normalize-contacts.ts';
import { type LiftedFields, readDescription } from './normalize-description.ts';
import { distinct, type Fields, LIMITS, own, rawText, readLine, readList } from './read-value.ts';
import type { NormalizedAssociation, Platform } from './record.ts';
import {
  activityName,
  areaName,
  isAgeBand,
  isKnownActivity,
  targetGroupName,
  typeName,
} from './vocabulary.ts';

export interface AssociationSource {
  platform: Platform;
  name: string;
  association: Fields;
  extras: Fields;
  detailUrl: string | null;
}

export function readAssociation(source: AssociationSource, log: IssueLog): NormalizedAssociation {
  const { association, extras, platform } = source;
  const { text, sections, lifted } = readDescription(association, log);
  const words = readActivities(source, lifted, log);
  const email = readEmails(rawText(association, 'email', log)?.slice(0, 2000) ?? words.email, 'email', log);
  const phones = readPhones(rawText(association, 'phone', log)?.slice(0, 500) ?? words.phone, log);
  const place = readPlace(association, log);
  const summaries = [lifted.summary, words.prose].filter(
    (part) => part !== null && part !== '' && !text?.includes(part),
  );
  return {
    name: source.name,
    orgNumber: readOrgNumber(association, lifted, log),
    types: distinct(readList(association, 'types', log), typeName),
    activities: words.activities,
    categories: distinct([...readList(association, 'categories', log), ...lifted.areas], areaName),
    targetGroups: words.targetGroups,
    homepageUrl: readHomepage(
      association,
      platform === 'ACTOR' ? source.detailUrl : null,
      email.links[0] ?? words.link,
      log,
    ),
    ...place,
    email: email.addresses[0] ?? null,
    otherEmails: email.addresses.slice(1),
    phone: phones[0] ?? null,
    otherPhones: phones.slice(1),
    description: text === null && sections.length === 0 ? null : { text, sections },
    foundedYear: readFoundedYear(extras, lifted, log),
    fiscalYearStart: readFiscalYear(extras, lifted, log),
    nationalAffiliation:
      readLine(extras, 'national_affiliation', log, LIMITS.item) ?? lifted.nationalAffiliation,
    otherInformation: summaries.length === 0 ? null : summaries.join('\n\n').slice(0, LIMITS.text),
  };
}

interface Words {
  activities: string[];
  targetGroups: string[];
  email: string | null;
  phone: string | null;
  link: string | null;
  /** FRI's "Verksamhet" when it is sentences and no list. */
  prose: string;
}

/** Lists of activities also hold age bands, cut words, and (RBOK) the contact box with its close button. */
function readActivities(
  { association, extras }: AssociationSource,
  lifted: LiftedFields,
  log: IssueLog,
): Words {
  const words: Words = {
    activities: [],
    targetGroups: [],
    email: null,
    phone: null,
    link: null,
    prose: '',
  };
  const listed = readList(association, 'activities', log);
  const written = rawText(extras, 'verksamhet_raw', log) ?? lifted.activityText;
  const full = written === null ? null : listItems(written);
  if (written !== null && full === null) words.prose = lifted.activityText ?? '';

  const values = listed.length > 0 ? listed : [...lifted.activities];
  const isCut = values.some(endsCut);
  const candidates = full !== null && (isCut || values.length === 0) ? [...values, ...full] : values;
  const bands: string[] = [];
  const kept: string[] = [];
  for (const value of candidates) {
    if (value.includes('@')) words.email ??= value;
    else if (isDialogWord(value)) log.add('name_not_a_person', 'activities', value);
    else if (looksLikeWebAddress(value) && /^https?:|^www\.|\//i.test(value))
      words.link ??= parseWebAddress(value);
    else if (/^[+\d][\d\s()/-]{6,}$/.test(value)) words.phone ??= value;
    else if (isAgeBand(value)) bands.push(value);
    else if (endsCut(value)) kept.push(...uncut(value, candidates, log));
    else kept.push(value);
  }
  const groups = [
    ...readList(extras, 'target_groups', log),
    ...readList(extras, 'age_ranges', log),
    ...lifted.targetGroups,
    ...bands,
  ];
  words.prose = [words.prose, ...distinct([...kept, ...groups].filter(isProse), (text) => text)]
    .filter((text) => text !== null)
    .join('\n\n');
  words.activities = distinct(kept, (value) => (isProse(value) ? null : activityName(value)));
  words.targetGroups = distinct(groups, (value) => (isProse(value) ? null : targetGroupName(value)));
  return words;
}

// A sentence that a scraper took for an item of a list.
function isProse(value: string): boolean {
  return value.length > 80;
}

function endsCut(value: string): boolean {
  return value.endsWith('...') || value.endsWith('…');
}

// "Bowling..." is dropped where the whole word stands in the list; else it is kept only if it is a word we know.
function uncut(value: string, all: readonly string[], log: IssueLog): string[] {
  const stem = value.replace(/[.…\s]+$/, '');
  if (
    all.some(
      (other) => other !== value && !endsCut(other) && other.toLowerCase().startsWith(stem.toLowerCase()),
    )
  )
    return [];
  log.add('activity_cut', 'activities', value);
  return isKnownActivity(stem) ? [stem] : [];
}

/** "Fotboll, Innebandy; Dans" as a list; null for prose. */
function listItems(text: string): string[] | null {
  const items = text
    .split(/[,;\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  const isList =
    items.length <= 100 &&
    items.every(
      (item) =>
        item.length <= 60 &&
        item.split(/\s+/).length <= 6 &&
        !/[.!?]$|\.\s/.test(item.replace(/\.{3}$|verks\.$/, '')),
    );
  return isList ? items : null;
}

function readPhones(text: string | null, log: IssueLog): string[] {
  if (text === null) return [];
  const { numbers, unreadable } = parsePhones(text);
  if (numbers.length > 1) log.add('phone_split', 'phone', text);
  for (const piece of unreadable) log.add('phone_unreadable', 'phone', piece);
  if (numbers.length > 0) return numbers.slice(0, 20);
  // Kept as text, so that a person can see and mend it; letters alone are no number.
  return unreadable
    .filter((piece) => /[1-9]\D*\d/.test(piece))
    .map((piece) => cutText(piece, 60))
    .slice(0, 1);
}

function readOrgNumber(association: Fields, lifted: LiftedFields, log: IssueLog): string | null {
  const written = readLine(association, 'org_number', log, 100) ?? lifted.orgNumber;
  if (written === null) return null;
  if (written.includes(PERSONAL_ID_REMOVED)) return null;
  const reading = parseOrgNumber(written);
  if (reading.kind === 'valid') return reading.orgNumber;
  log.add(
    reading.kind === 'personal' ? 'org_number_personal' : 'org_number_invalid',
    'org_number',
    reading.kind === 'personal' ? '' : written,
  );
  return null;
}

function readHomepage(
  association: Fields,
  actorSite: string | null,
  other: string | null,
  log: IssueLog,
): string | null {
  const written = readLine(association, 'homepage_url', log, 2000);
  const candidates = [written, actorSite, other].filter((text) => text !== null);
  for (const text of candidates) {
    if (text.includes(PERSONAL_ID_REMOVED)) continue;
    const url = parseWebAddress(text);
    if (url !== null) return url;
  }
  if (written !== null && !/^[\s.–-]*$/.test(written)) log.add('url_unreadable', 'homepage_url', written);
  return null;
}

function readPlace(
  association: Fields,
  log: IssueLog,
): Pick<NormalizedAssociation, 'streetAddress' | 'postalCode' | 'city'> {
  const streetAddress = readLine(association, 'street_address', log, LIMITS.item);
  const writtenCode = readLine(association, 'postal_code', log, 60);
  const writtenCity = readLine(association, 'city', log, 100);
  // "621 55 Visby" in the city field, or a postal code alone.
  const inCity = /^(?:S(?:E)?[- ]?)?(\d{3} ?\d{2})(?!\d)[\s,]*(.*)$/i.exec(writtenCity ?? '');
  const digits = (writtenCode ?? inCity?.[1] ?? '').replace(/^S(?:E)?[- ]?/i, '').replace(/[\s-]/g, '');
  const valid = /^[1-9]\d{4}$/.test(digits);
  if (writtenCode !== null && !valid && /\w/.test(writtenCode))
    log.add('postal_code_invalid', 'postal_code', writtenCode);
  const city = inCity === null ? writtenCity : (inCity[2] ?? '');
  return {
    streetAddress: streetAddress !== null && /[\p{L}\p{N}]/u.test(streetAddress) ? streetAddress : null,
    postalCode: valid ? `${digits.slice(0, 3)} ${digits.slice(3)}` : null,
    city: city === null ? null : cityName(city),
  };
}

// Post towns come shouted or in small letters; a town in mixed case is left as it is written.
function cityName(written: string): string | null {
  if (!/\p{L}/u.test(written)) return null;
  const same = written === written.toLocaleUpperCase('sv') || written === written.toLocaleLowerCase('sv');
  if (!same) return written;
  return written
    .toLocaleLowerCase('sv')
    .replace(
      /(^|[\s-])(?!(?:i|på|och|vid|av)\s)(\p{L})/gu,
      (_whole, before: string, letter: string) => before + letter.toLocaleUpperCase('sv'),
    );
}

function readFoundedYear(extras: Fields, lifted: LiftedFields, log: IssueLog): number | null {
  const written = rawText(extras, 'founded_year', log) ?? lifted.foundedYear;
  if (written === null) return null;
  const year = /(?<!\d)(1[0-9]\d\d|20\d\d)(?!\d)/.exec(written)?.[1];
  if (year === undefined) {
    if (/\w/.test(written)) log.add('founded_year_invalid', 'founded_year', written);
    return null;
  }
  return Number(year);
}

function readFiscalYear(extras: Fields, lifted: LiftedFields, log: IssueLog): string | null {
  const written = rawText(extras, 'fiscal_year_start', log) ?? lifted.fiscalYearStart;
  if (written === null) return null;
  const own = written.replace(/[\s./-]/g, '');
  const digits = /^\d{3}$/.test(own) ? `0${own}` : own;
  const month = Number(digits.slice(0, 2));
  const day = Number(digits.slice(2));
  const last = month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (/^\d{4}$/.test(digits) && month >= 1 && month <= 12 && day >= 1 && day <= last) return digits;
  if (/[1-9\p{L}]/u.test(written)) log.add('fiscal_year_invalid', 'fiscal_year_start', written);
  return null;
}

/** FRI rows whose detail page was never reached hold only what the list showed. */
export function isIncomplete(
  platform: Platform,
  association: Fields,
  contacts: unknown,
  extras: Fields,
): boolean {
  if (platform !== 'FRI') return false;
  const details = ['street_address', 'postal_code', 'city', 'email', 'phone', 'description', 'org_number'];
  const empty = (value: unknown) => value === null || value === undefined || value === '';
  return (
    details.every((key) => empty(own(association, key))) &&
    !(Array.isArray(contacts) && contacts.length > 0) &&
    Object.values(extras).every(
      (value) =>
        empty(value) || (typeof value === 'object' && value !== null && Object.keys(value).length === 0),
    )
  );
}
