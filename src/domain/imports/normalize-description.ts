// Three layouts of a description become text and sections; what has a field of its own is lifted out, nothing is lost.
import { cleanLine } from '#lib/text.ts';
import type { IssueLog } from './issue-log.ts';
import { type Fields, fieldsOf, LIMITS, lineOf, own, rawText, textOf } from './read-value.ts';
import type { DescriptionSection } from './record.ts';

/** What the sections say about fields of the association. Values are as read, cleaned to one line. */
export interface LiftedFields {
  foundedYear: string | null;
  fiscalYearStart: string | null;
  nationalAffiliation: string | null;
  orgNumber: string | null;
  summary: string | null;
  activityText: string | null;
  activities: string[];
  targetGroups: string[];
  areas: string[];
}

export interface ReadDescription {
  text: string | null;
  sections: DescriptionSection[];
  lifted: LiftedFields;
}

type SingleField =
  | 'foundedYear'
  | 'fiscalYearStart'
  | 'nationalAffiliation'
  | 'orgNumber'
  | 'summary'
  | 'activityText';
type ListField = 'activities' | 'targetGroups' | 'areas';

const SINGLE: Record<string, SingleField> = {
  founded_year: 'foundedYear',
  'bildad år': 'foundedYear',
  grundad: 'foundedYear',
  founded: 'foundedYear',
  fiscal_year_starts_mmdd: 'fiscalYearStart',
  fiscal_year_start: 'fiscalYearStart',
  'verksamhetsår börjar (mmdd)': 'fiscalYearStart',
  'financial year begins': 'fiscalYearStart',
  national_affiliation: 'nationalAffiliation',
  riksorganisation: 'nationalAffiliation',
  'national organisation': 'nationalAffiliation',
  org_number: 'orgNumber',
  'org.nr': 'orgNumber',
  orgnr: 'orgNumber',
  organisationsnummer: 'orgNumber',
  verksamhet_raw: 'activityText',
  verksamhet: 'activityText',
  short_description: 'summary',
  'kort beskrivning': 'summary',
  sammanfattning: 'summary',
  summary: 'summary',
};

const LISTS: Record<string, ListField> = {
  activities: 'activities',
  aktivitet: 'activities',
  aktiviteter: 'activities',
  activity: 'activities',
  verksamheter: 'activities',
  target_groups: 'targetGroups',
  målgrupp: 'targetGroups',
  målgrupper: 'targetGroups',
  areas: 'areas',
  område: 'areas',
  områden: 'areas',
};

// Longer than any heading: such a "title" is a line of the free text that a scraper took for one.
const MAX_HEADING = 80;
const MAX_SECTIONS = 50;
const MAX_ITEMS = 200;

export function readDescription(association: Fields, log: IssueLog): ReadDescription {
  const lifted: LiftedFields = {
    foundedYear: null,
    fiscalYearStart: null,
    nationalAffiliation: null,
    orgNumber: null,
    summary: null,
    activityText: null,
    activities: [],
    targetGroups: [],
    areas: [],
  };
  const description = own(association, 'description');
  if (typeof description === 'string')
    return { text: textOf(description, 'description', log), sections: [], lifted };
  if (description === null || description === undefined) return { text: null, sections: [], lifted };
  if (typeof description !== 'object') log.add('unexpected_type', 'description', description);

  const fields = fieldsOf(description);
  const free = rawText(fields, 'free_text', log);
  const texts = free === null ? [] : [textOf(free, 'description', log)];
  const list = own(fields, 'sections');
  const sections: DescriptionSection[] = [];
  for (const entry of Array.isArray(list) ? list.slice(0, MAX_SECTIONS) : []) {
    const section = readSection(fieldsOf(entry), lifted, log);
    if (section.title.length > MAX_HEADING && section.items.length === 0) texts.push(section.title);
    else if (section.items.length > 0) sections.push(section);
  }
  return { text: joinTexts(texts), sections, lifted };
}

function readSection(section: Fields, lifted: LiftedFields, log: IssueLog): DescriptionSection {
  const heading = rawText(section, 'title', log) ?? rawText(section, 'label', log) ?? '';
  const title = lineOf(heading, 'description', log) ?? '';
  const items: DescriptionSection['items'] = [];
  for (const [label, value] of pairsOf(section)) {
    if (items.length >= MAX_ITEMS) break;
    if (lift(label, value, lifted, log)) continue;
    const text = valueText(value, log);
    if (text !== null) items.push({ label: labelText(label), value: text });
  }
  return { title, items };
}

function* pairsOf(section: Fields): Generator<[string, unknown]> {
  yield* Object.entries(fieldsOf(own(section, 'data')));
  const items = own(section, 'items');
  for (const item of Array.isArray(items) ? items.slice(0, LIMITS.list) : []) {
    const pair = fieldsOf(item);
    const key = own(pair, 'key');
    yield [typeof key === 'string' ? key : '', own(pair, 'value')];
  }
}

function lift(label: string, value: unknown, lifted: LiftedFields, log: IssueLog): boolean {
  const key = cleanLine(label).toLowerCase().replace(/:$/, '');
  const list = Object.hasOwn(LISTS, key) ? LISTS[key] : undefined;
  if (list !== undefined && (Array.isArray(value) || typeof value === 'string')) {
    const values = (Array.isArray(value) ? value : [value]).slice(0, LIMITS.list);
    for (const item of values) {
      const line = typeof item === 'string' ? lineOf(item, key, log, LIMITS.item) : null;
      if (line !== null) lifted[list].push(line);
    }
    return true;
  }
  const single = Object.hasOwn(SINGLE, key) ? SINGLE[key] : undefined;
  if (single === undefined) return false;
  if (value === null || value === '') return true;
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  // The first of two wins; a second that says something else stays a line of its section.
  if (lifted[single] !== null) return lifted[single] === String(value);
  const long = single === 'summary' || single === 'activityText';
  lifted[single] = long ? textOf(String(value), key, log) : lineOf(String(value), key, log);
  return true;
}

function valueText(value: unknown, log: IssueLog): string | null {
  if (Array.isArray(value)) {
    const parts = value.slice(0, LIMITS.list).map((item) => valueText(item, log));
    return (
      parts
        .filter((part) => part !== null)
        .join(', ')
        .slice(0, LIMITS.text) || null
    );
  }
  if (typeof value === 'string') return textOf(value, 'description', log);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value === null || value === undefined ? null : JSON.stringify(value).slice(0, LIMITS.item);
}

// Labels come as shown ("Bankgiro") or as a scraper's key ("bank_giro"); å, ä and ö stay as they are.
function labelText(label: string): string {
  return cleanLine(label.slice(0, LIMITS.item)).replaceAll('_', ' ');
}

function joinTexts(texts: readonly (string | null)[]): string | null {
  const parts: string[] = [];
  for (const text of texts) {
    if (text !== null && !parts.some((part) => part.includes(text.replace(/…$/, '')))) parts.push(text);
  }
  return parts.length === 0 ? null : parts.join('\n\n').slice(0, LIMITS.text);
}
