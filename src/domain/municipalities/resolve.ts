// A municipality is told by its code, then by its name spelled right, then by the register's host; a guess says it is one.
import { foldText } from '#lib/fold.ts';
import type { MunicipalityReference, RegisterReference } from './reference.ts';

export interface MunicipalityClues {
  name?: string;
  /** Host (or address) of the register the row came from. */
  host?: string | null;
  code?: string;
}

export interface MunicipalityResolution {
  code: string;
  how: 'code' | 'name' | 'folded' | 'host';
  /** Every code the clues fit, where they fit more than one. */
  candidates?: string[];
  /** Codes the host belongs to; a code beside these deserves a warning. */
  hostOwners: string[];
  /** True where a person should confirm the choice. */
  ambiguous: boolean;
}

export type MunicipalityResolver = (clues: MunicipalityClues) => MunicipalityResolution | null;

type Municipality = Pick<MunicipalityReference, 'code' | 'name'> & { homepage?: string | null };
type Register = Pick<RegisterReference, 'municipalityCode' | 'host'>;

// Platforms where the first label of the host is the municipality's folded name.
const SHARED_PLATFORM = /^([^.]+)\.(?:rbok|actorsmartbook|ibgo|interbookfri|fri-go)\.se$/;
const ALIASES: Record<string, string> = { falu: 'falun', gothenburg: 'göteborg' };
const MEMO_LIMIT = 20_000;

/** The spelling without case, spaces and hyphens; å ä ö kept. */
function spellingKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:region) (?=gotland)|\s(?:kommun|stad)$/g, '')
    .replaceAll(' ', '');
}

function hostKey(host: string): string {
  return host
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[/:?#].*$/, '')
    .replace(/^www\./, '');
}

function add(index: Map<string, string[]>, key: string, code: string): void {
  const codes = index.get(key);
  if (!codes) index.set(key, [code]);
  else if (!codes.includes(code)) codes.push(code);
}

interface NameMatch {
  /** The municipality spelled just so, case and hyphens aside. */
  exact?: string;
  /** Whether the spelling has letters (å ä ö) that a folded name cannot have. */
  proven: boolean;
  /** Every municipality whose folded name is the same. */
  fits: string[];
}

function indexNames(municipalities: readonly Municipality[]): (name: string) => NameMatch {
  const spelled = new Map<string, string>();
  const folded = new Map<string, string[]>();
  for (const m of municipalities) {
    const key = spellingKey(m.name);
    spelled.set(key, m.code);
    add(folded, foldText(key), m.code);
  }
  return (name) => {
    const given = spellingKey(name);
    // "Bergs kommun" and "Falu kommun" are how municipalities call themselves.
    for (const key of [given, given.replace(/s$/, '')].flatMap((k) => [k, ALIASES[k] ?? k])) {
      const fits = folded.get(foldText(key));
      if (fits) return { exact: spelled.get(key), proven: foldText(key) !== key, fits };
    }
    return { proven: false, fits: [] };
  };
}

function indexHosts(
  municipalities: readonly Municipality[],
  registers: readonly Register[],
  matchName: (name: string) => NameMatch,
): (host: string) => string[] {
  const listed = new Map<string, string[]>();
  const homes = new Map<string, string[]>();
  for (const m of municipalities) if (m.homepage) add(homes, hostKey(m.homepage), m.code);
  for (const r of registers) if (r.host) add(listed, hostKey(r.host), r.municipalityCode);
  return (host) => {
    const owners = listed.get(host);
    if (owners) return owners;
    const slug = SHARED_PLATFORM.exec(host)?.[1];
    const guessed = slug ? matchName(slug).fits : homes.get(host.split('.').slice(-2).join('.'));
    // An unlisted host that two names fit says nothing about either.
    return guessed?.length === 1 ? guessed : [];
  };
}

/** Built once per run: a call costs one look-up for clues seen before. */
export function createMunicipalityResolver(
  municipalities: readonly Municipality[],
  registers: readonly Register[],
): MunicipalityResolver {
  const codes = new Set(municipalities.map((m) => m.code));
  const matchName = indexNames(municipalities);
  const ownersOf = indexHosts(municipalities, registers, matchName);

  function byName(name: string, hostOwners: string[]): MunicipalityResolution | null {
    const { exact, proven, fits } = matchName(name);
    const [only] = fits;
    if (!only) return null;
    const how = exact ? 'name' : 'folded';
    if (exact && proven) return { code: exact, how, hostOwners, ambiguous: false };
    if (fits.length === 1) return { code: only, how, hostOwners, ambiguous: false };
    // "Habo" may be Habo or a folded Håbo: only the host knows.
    const [owner, ...more] = fits.filter((code) => hostOwners.includes(code));
    if (owner && more.length === 0)
      return { code: owner, how: 'host', candidates: fits, hostOwners, ambiguous: false };
    return { code: exact ?? only, how, candidates: fits, hostOwners, ambiguous: true };
  }

  function byHost(host: string, hostOwners: string[]): MunicipalityResolution | null {
    const named = host.split('.').flatMap((label) => matchName(label).fits);
    const code = hostOwners.find((owner) => named.includes(owner)) ?? hostOwners[0];
    if (!code) return null;
    if (hostOwners.length === 1) return { code, how: 'host', hostOwners, ambiguous: false };
    return { code, how: 'host', candidates: hostOwners, hostOwners, ambiguous: true };
  }

  function resolve(clues: MunicipalityClues): MunicipalityResolution | null {
    const host = hostKey(clues.host ?? '');
    const hostOwners = host ? ownersOf(host) : [];
    const code = clues.code?.trim().padStart(4, '0');
    if (code && codes.has(code)) return { code, how: 'code', hostOwners, ambiguous: false };
    return byName(clues.name ?? '', hostOwners) ?? byHost(host, hostOwners);
  }

  const memo = new Map<string, MunicipalityResolution | null>();
  return (clues) => {
    const key = `${clues.code ?? ''}\n${clues.name ?? ''}\n${clues.host ?? ''}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    if (memo.size >= MEMO_LIMIT) memo.clear();
    const found = resolve(clues);
    memo.set(key, found);
    return found;
  };
}
