// One row of a register in, one clean record out, or the reason why not: nothing here throws, whatever the row holds.
import { hash } from 'node:crypto';
import { PERSONAL_ID_REMOVED } from '#lib/personal-id.ts';
import { hostOf } from '#lib/url.ts';
import { identityOf, platformOf } from './identity.ts';
import { IssueLog } from './issue-log.ts';
import { isIncomplete, readAssociation } from './normalize-association.ts';
import { readContacts } from './normalize-contacts.ts';
import { type Fields, fieldsOf, LIMITS, own, rawText, readLine } from './read-value.ts';
import type { NormalizedRecord, Platform, RowRefusal } from './record.ts';
import { scrubRow } from './scrub-raw.ts';

export type NormalizeResult =
  | { ok: true; record: NormalizedRecord }
  | { ok: false; reason: RowRefusal; detail: string };

/**
 * Cleans one row (any JSON value). Refused only when it is no record: no object, no association, or one of the five
 * required fields missing. Personal identity numbers are removed before anything else looks at the row.
 */
export function normalizeRecord(raw: unknown): NormalizeResult {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return refuse('not_an_object', typeof raw);
  const scrubbed = scrubRow(raw);
  if (scrubbed === null) return refuse('too_deep', '');
  const row = fieldsOf(scrubbed.row);
  const held = own(row, 'association');
  if (typeof held !== 'object' || held === null || Array.isArray(held)) return refuse('no_association', '');
  const association = fieldsOf(held);

  const log = new IssueLog();
  const name = readLine(association, 'name', log, LIMITS.name);
  if (name === null || !/[\p{L}\p{N}]/u.test(name)) return refuse('no_name', name ?? '');
  const head = readHead(row, log);
  if ('reason' in head) return refuse(head.reason, name);

  const extras = fieldsOf(own(row, 'extras'));
  const detailUrl = readLine(association, 'detail_url', log, 2000);
  const identity = identityOf({
    platform: head.platform,
    municipalityName: head.municipalityName,
    name,
    detailUrl,
    registerId: registerId(extras, head.platform),
  });
  if (!identity.hasRegisterId) log.add('no_register_id', 'detail_url', detailUrl ?? '');
  if (scrubbed.naturalPerson) log.add('org_number_personal', 'org_number', '');
  if (scrubbed.removed) log.add('personal_number_removed', 'row', '');

  const incomplete = isIncomplete(head.platform, association, own(row, 'contacts'), extras);
  if (incomplete) log.add('incomplete_record', 'detail_url', detailUrl ?? '');
  const clean = readAssociation({ platform: head.platform, name, association, extras, detailUrl }, log);
  const { contacts, link } = readContacts(
    { contacts: own(row, 'contacts'), extras, associationName: name, homepageUrl: clean.homepageUrl },
    log,
  );
  clean.homepageUrl ??= link;
  const { naturalPerson } = scrubbed;
  return {
    ok: true,
    record: {
      ...head,
      instance: identity.instance,
      externalId: identity.externalId,
      sourceUrl: sourceLink(detailUrl, head.platform, log),
      incomplete,
      naturalPerson,
      association: clean,
      contacts,
      issues: log.issues,
      raw: scrubbed.row,
      contentHash: contentHash([clean, contacts, incomplete, naturalPerson]),
    },
  };
}

function refuse(reason: RowRefusal, detail: string): NormalizeResult {
  return { ok: false, reason, detail: detail.slice(0, 200) };
}

type Head = Pick<NormalizedRecord, 'platform' | 'municipalityName' | 'scrapeRunId' | 'scrapedAt'>;

function readHead(row: Fields, log: IssueLog): Head | { reason: RowRefusal } {
  const system = readLine(row, 'source_system', log, 100);
  if (system === null) return { reason: 'no_source_system' };
  const municipalityName = readLine(row, 'municipality', log, 100);
  if (municipalityName === null) return { reason: 'no_municipality' };
  const scrapeRunId = readLine(row, 'scrape_run_id', log, 100);
  if (scrapeRunId === null) return { reason: 'no_scrape_run' };
  const scrapedAt = isoTime(rawText(row, 'scraped_at', log));
  if (scrapedAt === null) return { reason: 'no_scraped_at' };
  return { platform: platformOf(system), municipalityName, scrapeRunId, scrapedAt };
}

const EXACT_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

// The format's times are UTC; one without a zone is read so too, never in the zone of the machine.
function isoTime(text: string | null): string | null {
  if (text !== null && EXACT_TIME.test(text)) return plausible(Date.parse(text));
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)\s*(Z|[+-]\d\d:?\d\d)?$/i.exec(
    text?.trim() ?? '',
  );
  if (match === null) return null;
  const zone = (match[3] ?? 'Z').replace(/^([+-]\d\d)(\d\d)$/, '$1:$2').toUpperCase();
  const time = Date.parse(`${match[1]}T${match[2]}${zone}`);
  return plausible(time);
}

const firstRegisters = Date.UTC(1990, 0);
const clockError = 24 * 3600 * 1000;

// A time from the future would make every later scrape look old, and its register would stand still for ever.
function plausible(time: number): string | null {
  if (Number.isNaN(time) || time < firstRegisters || time > Date.now() + clockError) return null;
  return new Date(time).toISOString();
}

function registerId(extras: Fields, platform: Platform): string | null {
  const value = own(extras, platform === 'IBGO' ? 'ibgo_id' : 'api_id');
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : null;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** The row's page in its register. Actor's `detail_url` is the association's own site, so it has none: none is invented. */
function sourceLink(detailUrl: string | null, platform: Platform, log: IssueLog): string | null {
  if (detailUrl === null || platform === 'ACTOR') return null;
  if (hostOf(detailUrl) === null || detailUrl.includes(PERSONAL_ID_REMOVED)) {
    log.add('source_link_invalid', 'detail_url', detailUrl);
    return null;
  }
  // FRI links joined against the page instead of its directory lead nowhere; the page beside it is the meant one.
  const url = platform === 'FRI' ? detailUrl.replace(/\/[^/?#]+\.aspx\/(?=visa\.aspx)/i, '/') : detailUrl;
  return /^[!-~]+$/.test(url) ? url : new URL(url).href.slice(0, 2000);
}

function contentHash(content: unknown): string {
  return hash('sha256', JSON.stringify(content));
}
