import { describe, expect, it } from 'vitest';
import { MUNICIPALITIES, REGISTERS } from './reference.ts';
import { createMunicipalityResolver } from './resolve.ts';

const resolve = createMunicipalityResolver(MUNICIPALITIES, REGISTERS);
const code = (name: string, host?: string) => resolve({ name, host })?.code;

describe('resolving a municipality', () => {
  it.each([
    ['Söderhamn', '2182', 'name'],
    ['Soderhamn', '2182', 'folded'],
    ['SÖDERHAMN', '2182', 'name'],
    ['So\u0308derhamn', '2182', 'name'],
    ['Malmo', '1280', 'folded'],
    ['Malmö kommun', '1280', 'name'],
    ['Malmö stad', '1280', 'name'],
    ['Stockholms stad', '0180', 'name'],
    ['Bergs kommun', '2326', 'name'],
    ['Falu kommun', '2080', 'name'],
    ['Region Gotland', '0980', 'name'],
    ['Upplands Väsby', '0114', 'name'],
    ['Upplands-Väsby', '0114', 'name'],
    ['upplands_vasby', '0114', 'folded'],
    ['upplandsvasby', '0114', 'folded'],
    [' Malung–Sälen ', '2023', 'name'],
    ['lilla edet', '1462', 'name'],
  ])('reads %s as %s by %s', (name, expected, how) => {
    expect(resolve({ name })).toMatchObject({ code: expected, how, ambiguous: false });
  });

  it('finds every municipality by its own name, its folded name and its code', () => {
    for (const m of MUNICIPALITIES) {
      const folded = m.name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
      expect(code(m.name), m.name).toBe(m.code);
      if (folded !== 'habo') expect(code(folded), folded).toBe(m.code);
      expect(code(`${m.name}${/[sx]$/.test(m.name) ? '' : 's'} kommun`), m.name).toBe(m.code);
      expect(resolve({ code: m.code })).toMatchObject({ code: m.code, how: 'code' });
    }
  });

  it('lets the host decide between Habo and Håbo when the spelling cannot', () => {
    expect(resolve({ name: 'habo', host: 'habo.rbok.se' })).toMatchObject({
      code: '0305',
      how: 'host',
      ambiguous: false,
      candidates: ['0305', '0643'],
    });
    expect(code('Habo', 'habo.rbok.se')).toBe('0305');
    expect(resolve({ name: 'Håbo' })).toMatchObject({ code: '0305', how: 'name', ambiguous: false });
    expect(resolve({ name: 'Habo' })).toMatchObject({ code: '0643', ambiguous: true });
    expect(code('Habo', 'foreningar.habokommun.se')).toBe('0643');
    expect(resolve({ name: 'habo', host: 'habo.ibgo.se' })).toMatchObject({
      hostOwners: [],
      ambiguous: true,
    });
  });

  it('keeps a name spelled right against a host of somebody else, and tells whose host it is', () => {
    expect(resolve({ name: 'Eskilstuna', host: 'fri.fagersta.se' })).toMatchObject({
      code: '0484',
      how: 'name',
      hostOwners: ['0484', '1982'],
    });
    expect(resolve({ name: 'Kiruna', host: 'https://fri.gavle.se/forening/visa.aspx?id=1' })).toMatchObject({
      code: '2584',
      hostOwners: ['2180'],
    });
    expect(resolve({ name: 'Åmål', host: 'saffle.ibgo.se' })).toMatchObject({
      code: '1492',
      hostOwners: ['1492', '1785'],
      ambiguous: false,
    });
  });

  it('falls back on the host when the name says nothing, and asks when two share it', () => {
    expect(resolve({ name: 'Testby', host: 'malmo.rbok.se' })).toMatchObject({ code: '1280', how: 'host' });
    expect(resolve({ host: 'www.forening.arboga.se:443' })).toMatchObject({ code: '1984', ambiguous: false });
    expect(resolve({ host: 'saffle.ibgo.se' })).toMatchObject({ code: '1785', ambiguous: true });
    expect(resolve({ host: 'fri.fagersta.se' })).toMatchObject({ code: '1982', ambiguous: true });
  });

  it('guesses the owner of an unlisted host from a platform slug or a municipal site', () => {
    expect(resolve({ host: 'danderyd.rbok.se' })).toMatchObject({ code: '0162', how: 'host' });
    expect(resolve({ host: 'foreningar.vindeln.se' })).toMatchObject({ code: '2404', how: 'host' });
  });

  it('lets the code decide over everything, with or without its leading zero', () => {
    expect(resolve({ code: '643', name: 'Håbo', host: 'habo.rbok.se' })).toMatchObject({
      code: '0643',
      how: 'code',
      hostOwners: ['0305'],
    });
    expect(resolve({ code: '9999', name: 'Håbo' })?.code).toBe('0305');
  });

  it('says null rather than guess', () => {
    expect(resolve({})).toBeNull();
    expect(resolve({ name: 'Testby', host: 'example.com' })).toBeNull();
    expect(resolve({ name: 's', host: '', code: '' })).toBeNull();
  });

  it('has no colliding folded names but Habo and Håbo', () => {
    const fits = MUNICIPALITIES.filter(
      (m) => resolve({ name: m.name.normalize('NFD').replace(/\p{M}/gu, '') })?.candidates,
    );
    expect(fits.map((m) => m.code)).toEqual(['0305', '0643']);
  });
});
