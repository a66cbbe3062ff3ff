import { describe, expect, it } from 'vitest';
import { MUNICIPALITIES, REGISTERS } from './reference.ts';

const PER_COUNTY = {
  '01': 26,
  '03': 8,
  '04': 9,
  '05': 13,
  '06': 13,
  '07': 8,
  '08': 12,
  '09': 1,
  '10': 5,
  '12': 33,
  '13': 6,
  '14': 49,
  '17': 16,
  '18': 12,
  '19': 10,
  '20': 15,
  '21': 10,
  '22': 7,
  '23': 8,
  '24': 15,
  '25': 14,
};

describe('the reference list of municipalities', () => {
  it('has 290 of them, each county its number', () => {
    const count: Record<string, number> = {};
    for (const m of MUNICIPALITIES) count[m.countyCode] = (count[m.countyCode] ?? 0) + 1;
    expect(count).toEqual(PER_COUNTY);
    expect(new Set(MUNICIPALITIES.map((m) => m.code)).size).toBe(290);
    expect(new Set(MUNICIPALITIES.map((m) => m.name)).size).toBe(290);
  });

  it('has whole and plausible rows', () => {
    for (const m of MUNICIPALITIES) {
      expect(m.code).toMatch(/^\d{4}$/);
      expect(m.code.slice(0, 2), m.name).toBe(m.countyCode);
      expect(m.county).toMatch(/ län$/);
      expect(m.lat > 55 && m.lat < 69.1 && m.lon > 10.9 && m.lon < 24.2, m.name).toBe(true);
      expect(m.homepage).toMatch(/^https:\/\/[a-z.-]+$/);
      expect(m.population === null || (m.population > 2000 && m.population < 1_100_000), m.name).toBe(true);
    }
    expect(new Set(MUNICIPALITIES.map((m) => m.province)).size).toBe(25);
    expect(new Set(MUNICIPALITIES.map((m) => `${m.lat} ${m.lon}`)).size).toBe(290);
  });

  it('places a county within itself: no seat is further than 250 km from the county median', () => {
    const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
    for (const county of new Set(MUNICIPALITIES.map((m) => m.countyCode))) {
      const members = MUNICIPALITIES.filter((m) => m.countyCode === county);
      const lat = median(members.map((m) => m.lat));
      const lon = median(members.map((m) => m.lon));
      for (const m of members) {
        const km = Math.hypot((m.lat - lat) * 111, (m.lon - lon) * 111 * Math.cos((lat * Math.PI) / 180));
        expect(km, m.name).toBeLessThan(250);
      }
    }
  });

  it('knows codes that are easy to get wrong', () => {
    const code = Object.fromEntries(MUNICIPALITIES.map((m) => [m.name, m.code]));
    expect(code).toMatchObject({
      Habo: '0643',
      Håbo: '0305',
      Heby: '0331',
      Gotland: '0980',
      Åmål: '1492',
      Malmö: '1280',
    });
  });
});

describe('the reference list of registers', () => {
  it('has 216 registers, one a municipality, each with a known platform and state', () => {
    const codes = new Set(MUNICIPALITIES.map((m) => m.code));
    expect(REGISTERS).toHaveLength(216);
    expect(new Set(REGISTERS.map((r) => r.municipalityCode)).size).toBe(216);
    for (const r of REGISTERS) {
      expect(codes.has(r.municipalityCode), r.municipalityCode).toBe(true);
      expect(['FRI', 'IBGO', 'RBOK', 'ACTOR', 'OTHER']).toContain(r.platform);
      expect(['ok', 'empty', 'failing', 'unclear']).toContain(r.stateAtReference);
      expect(r.host).toBe(r.registerUrl ? new URL(r.registerUrl).host : null);
    }
    const per = Object.groupBy(REGISTERS, (r) => r.platform);
    expect([per.FRI?.length, per.RBOK?.length, per.IBGO?.length, per.ACTOR?.length]).toEqual([
      81, 56, 44, 34,
    ]);
  });
});
