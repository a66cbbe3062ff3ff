// A row keeps its identity over runs: platform + register instance + the id inside that register, never a name alone
// where the register has an id, and never the organisation number, which branches share. Where a name has to stand in,
// only its letters and digits count.
import { hasPersonalId } from '#lib/personal-id.ts';
import { cleanLine, foldWords } from '#lib/text.ts';
import { hostOf } from '#lib/url.ts';
import type { Platform } from './record.ts';

export interface Identity {
  platform: Platform;
  /**
   * Host of the register in lower case; or `municipality:<folded name>` (see `municipalityInstance`) where the platform
   * has no host of its own. Whoever stores it replaces the folded name by the municipality's code.
   */
  instance: string;
  externalId: string;
  /** False when the register gave no usable id and the name had to stand in. */
  hasRegisterId: boolean;
}

const MUNICIPALITY_PREFIX = 'municipality:';
const MAX_ID = 300;

const PLATFORM_NAMES: Record<string, Platform> = {
  fri: 'FRI',
  ibgo: 'IBGO',
  rbok: 'RBOK',
  actor: 'ACTOR',
  actorsmartbook: 'ACTOR',
};

/** `ActorSmartbook` is ACTOR; a name nobody knows is OTHER. */
export function platformOf(sourceSystem: string): Platform {
  const folded = foldWords(sourceSystem).replace(/ /g, '');
  return Object.hasOwn(PLATFORM_NAMES, folded) ? (PLATFORM_NAMES[folded] ?? 'OTHER') : 'OTHER';
}

/** The instance of a register without a host. Folding keeps å, ä and ö: Håbo and Habo are two municipalities. */
export function municipalityInstance(municipalityNameOrCode: string): string {
  return MUNICIPALITY_PREFIX + foldWords(municipalityNameOrCode);
}

/** The folded municipality name inside an instance, null when the instance is a host. */
export function municipalityOfInstance(instance: string): string | null {
  return instance.startsWith(MUNICIPALITY_PREFIX) ? instance.slice(MUNICIPALITY_PREFIX.length) : null;
}

/**
 * A name as an identity: lower case, letters and digits only, so that a changed apostrophe, dash, capital or space makes no
 * other association. A space between two digits stays: `Lag 2 1` is not `Lag 21`.
 */
export const identityName = (name: string): string =>
  foldWords(name).replace(/(?<!\p{N}) | (?!\p{N})/gu, '') || name;

export interface IdentityInput {
  platform: Platform;
  municipalityName: string;
  /** The association's name, cleaned. */
  name: string;
  detailUrl: string | null;
  /** `extras.ibgo_id` or `extras.api_id` as text. */
  registerId: string | null;
}

/** Never throws: what cannot be read falls back to municipality + folded name. */
export function identityOf(input: IdentityInput): Identity {
  const { platform } = input;
  const host = input.detailUrl === null ? null : hostOf(input.detailUrl);
  const id = registerIdOf(input);
  if (id !== null && id !== '' && id.length <= MAX_ID && !hasPersonalId(id)) {
    if (platform === 'ACTOR') return found(input, municipalityInstance(input.municipalityName), id);
    if (host !== null) return found(input, host, id);
  }
  return {
    platform,
    instance: municipalityInstance(input.municipalityName),
    externalId: identityName(input.name),
    hasRegisterId: false,
  };
}

function found(input: IdentityInput, instance: string, externalId: string): Identity {
  return { platform: input.platform, instance, externalId, hasRegisterId: true };
}

function registerIdOf({ platform, detailUrl, registerId, name }: IdentityInput): string | null {
  switch (platform) {
    case 'FRI':
      return detailUrl === null ? null : queryParameter(detailUrl, 'id');
    case 'IBGO':
      return registerId ?? /\/association\/(\d{1,18})(?:\D|$)/.exec(detailUrl ?? '')?.[1] ?? null;
    case 'RBOK':
      return identityName(name);
    case 'ACTOR':
      return registerId;
    case 'OTHER':
      return null;
  }
}

/**
 * A query parameter, percent-decoded as UTF-8, else as Latin-1: FRI writes Ö as `%c3%96`, older installations as `%D6`,
 * and some links are cut in the middle of an escape. The same id in either spelling is the same text.
 */
export function queryParameter(url: string, name: string): string | null {
  const query = /\?([^#]*)/.exec(url)?.[1];
  for (const pair of query?.split('&') ?? []) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).toLowerCase() === name)
      return cleanLine(percentDecode(pair.slice(at + 1)));
  }
  return null;
}

function percentDecode(text: string): string {
  const spaced = text.replace(/\+/g, ' ');
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced.replace(/%([0-9a-fA-F]{2})/g, (_whole, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }
}

/** One text for a whole identity, for maps and keys. */
export function identityKey({
  platform,
  instance,
  externalId,
}: Pick<Identity, 'platform' | 'instance' | 'externalId'>): string {
  return `${platform}\n${instance}\n${externalId}`;
}
