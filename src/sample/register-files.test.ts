import { beforeAll, describe, expect, it } from 'vitest';
import { FAULT_SHARES } from './faults.ts';
import { generateRegisterFiles, type RegisterSample, type SampleRegisterFile } from './register-files.ts';
import type { RegisterContact, RegisterRecord } from './register-record.ts';

interface Read {
  file: SampleRegisterFile;
  records: RegisterRecord[];
}

const SAMPLE: RegisterSample = { seed: 11, associations: 6000, municipalities: 12 };

function read(sample: RegisterSample): Read[] {
  return [...generateRegisterFiles(sample)].map((file) => ({ file, records: [...file.records()] }));
}

let files: Read[];
let records: RegisterRecord[];
let contacts: RegisterContact[];

beforeAll(() => {
  files = read(SAMPLE);
  records = files.flatMap((f) => f.records);
  contacts = records.flatMap((r) => r.contacts);
});

/** Written anew: the generator's own sum could not find its own mistake. */
function passesLuhn(digits: string): boolean {
  const doubled = [...digits].map((d, i) => Number(d) * (i % 2 === 0 ? 2 : 1));
  return doubled.flatMap((n) => [...String(n)].map(Number)).reduce((a, b) => a + b, 0) % 10 === 0;
}

const share = (list: readonly unknown[], found: readonly unknown[]) => found.length / list.length;

describe('the sample of register files', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(read(SAMPLE).flatMap((f) => f.records)).toEqual(records);
    const other = read({ ...SAMPLE, seed: 12, associations: 50 }).flatMap((f) => f.records);
    const names = new Set(records.map((r) => `${r.municipality} ${r.association.name}`));
    expect(other.filter((r) => names.has(`${r.municipality} ${r.association.name}`)).length).toBeLessThan(10);
  });

  it('gives each file again when it is read again', () => {
    const [file] = generateRegisterFiles(SAMPLE);
    expect([...(file?.records() ?? [])]).toEqual(files[0]?.records);
  });

  it('has as many associations as were asked for, in as many municipalities, on all four platforms', () => {
    expect(files).toHaveLength(12);
    expect(records).toHaveLength(6000);
    for (const { file, records: own } of files) expect(own).toHaveLength(file.associations);
    expect(new Set(files.map((f) => f.file.platform))).toEqual(new Set(['FRI', 'IBGO', 'RBOK', 'ACTOR']));
    const sizes = files.map((f) => f.records.length).sort((a, b) => a - b);
    expect((sizes[11] ?? 0) / (sizes[0] ?? 1)).toBeGreaterThan(3);
  });

  it('covers all 290 municipalities', () => {
    const all = [...generateRegisterFiles({ ...SAMPLE, municipalities: 290 })];
    expect(new Set(all.map((f) => f.municipality.code)).size).toBe(290);
    expect(all.reduce((sum, f) => sum + f.associations, 0)).toBe(6000);
  });

  it('names its files and runs as a scraper does', () => {
    for (const { file, records: own } of files) {
      expect(file.fileName).toMatch(/^.+_(FRI|IBGO|RBOK|ActorSmartbook)_2025-10-27_06-21\.json$/);
      expect(new Set(own.map((r) => r.scrape_run_id)).size).toBe(1);
      expect(own[0]?.scrape_run_id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(own.every((r) => r.municipality === file.municipality.name)).toBe(true);
    }
  });

  it('gives every record an identity of its own within its register', () => {
    for (const { records: own } of files) {
      const ids = own.map((r) =>
        r.source_system === 'ActorSmartbook' ? String(r.extras.api_id) : r.association.detail_url,
      );
      expect(new Set(ids).size).toBe(own.length);
    }
  });

  it('names nobody and reaches nobody: .example, numbers for fiction, no personal identity number', () => {
    const text = JSON.stringify(records);
    for (const [, host] of text.matchAll(/(?:https?:\/\/|@)([^/"\\ ;]+)/g))
      expect(host).toMatch(/\.example$/);
    const phones = [
      ...contacts.map((c) => c.contact_person_phone),
      ...records.map((r) => r.association.phone),
    ].filter((p) => p !== null);
    for (const phone of phones)
      expect(phone.replace(/[ -]/g, '').replace('+46', '0')).toMatch(/^07017406(0[5-9]|[1-9]\d)$/);
    for (const r of records) expect(r.association.org_number ?? '80200').not.toMatch(/^(16)?\d\d[01]/);
  });

  it('has organisation numbers that check, but for the known share', () => {
    const numbers = records.map((r) => r.association.org_number).filter((n) => n !== null);
    expect(numbers.length).toBeGreaterThan(300);
    const digits = numbers.map((n) => n.replace(/^16(?=\d{10}$)/, '').replace('-', ''));
    for (const d of digits) expect(d).toMatch(/^8[08][2-9]\d{7}$/);
    const wrong = digits.filter((d) => !passesLuhn(d));
    expect(share(digits, wrong)).toBeLessThan(0.012);
  });

  it('keeps names, places and texts of a length that people write', () => {
    for (const { association: a } of records) {
      expect(a.name.length).toBeGreaterThan(4);
      expect(a.name.length).toBeLessThanOrEqual(60);
      expect(a.name).not.toMatch(/[{}=]|undefined|(.)\1\1/);
      expect(a.postal_code ?? '123 45').toMatch(/^\d{3} ?\d{2}$/);
      const text = a.description?.free_text ?? 'Vi ses!';
      expect(text.length).toBeLessThanOrEqual(600);
      expect(text).not.toMatch(/undefined|[{}]|\s{2}/);
    }
    for (const c of contacts) expect((c.contact_person_name ?? '').length).toBeLessThanOrEqual(60);
  });

  it('describes associations in many different words', () => {
    const texts = records.map((r) => r.association.description?.free_text).filter((t) => t);
    expect(share(records, texts)).toBeGreaterThan(0.4);
    expect(new Set(texts).size / texts.length).toBeGreaterThan(0.9);
  });

  it('has two contacts to an association, some with none', () => {
    expect(contacts.length / records.length).toBeGreaterThan(1.85);
    expect(contacts.length / records.length).toBeLessThan(2.15);
    expect(
      share(
        records,
        records.filter((r) => r.contacts.length === 0),
      ),
    ).toBeGreaterThan(0.08);
  });

  it('has the faults of real registers, each near its share', () => {
    const named = records.filter((r) => r.source_system !== 'ActorSmartbook').flatMap((r) => r.contacts);
    const lowered = named.filter((c) => /^\S+ (af |von )?[a-zåäö]+$/.test(c.contact_person_name ?? ''));
    expect(share(named, lowered)).toBeGreaterThan(FAULT_SHARES.surnameLowerCased * 0.6);
    expect(share(named, lowered)).toBeLessThan(FAULT_SHARES.surnameLowerCased * 1.4);
    const rbok = records.filter((r) => r.source_system === 'RBOK' && r.contacts.length > 0);
    const closed = rbok.filter((r) => r.contacts[0]?.contact_person_name === 'Stäng');
    expect(share(rbok, closed)).toBeGreaterThan(FAULT_SHARES.closeButtonAsContact * 0.4);
    expect(share(rbok, closed)).toBeLessThan(FAULT_SHARES.closeButtonAsContact * 1.7);
    const fri = records.filter((r) => r.source_system === 'FRI');
    const cut = fri.filter((r) => r.association.activities.some((a) => a.endsWith('...')));
    expect(share(fri, cut)).toBeGreaterThan(FAULT_SHARES.activityCut * 0.4);
    expect(share(fri, cut)).toBeLessThan(FAULT_SHARES.activityCut * 1.7);
    expect(records.some((r) => r.association.homepage_url?.startsWith('www.'))).toBe(true);
    expect(contacts.some((c) => c.contact_person_email?.includes('; '))).toBe(true);
    expect(contacts.some((c) => c.contact_person_email === 'saknas')).toBe(true);
  });
});
