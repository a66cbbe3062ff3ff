// What makes a password good enough, and where a sign-in may lead. Long beats complicated; the reason is always said.

import { foldText } from '#lib/fold.ts';

export const passwordLength = { min: 12, max: 128 } as const;

export type PasswordProblem =
  | 'passwordTooShort'
  | 'passwordTooLong'
  | 'passwordTooSimple'
  | 'passwordPersonal';

// What people add digits to until a form is content. Compared without digits, signs and accents.
const wellKnown = new Set(
  `password passw passord losenord losen hemlig hemligt qwerty qwertyuiop asdfghjkl asdfgh zxcvbnm admin administrator
  administratoren kansli kanslikansli forening foreningen foreningar valkommen welcome letmein sommar vinter host var
  sommaren vintern stockholm goteborg malmo sverige sweden fotboll hockey iloveyou jagalskardig abc abcdef abcdefgh
  abcdefghijkl test testtest testar changeme secret monday mandag januari februari passwordpassword losenordlosenord
  adminadmin correcthorsebatterystaple`.split(/\s+/),
);

const runs = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyzåäö', 'qwertyuiopåasdfghjklöäzxcvbnm'].map(
  foldText,
);

/** Null when the password may be used. `about` holds what a guesser would try first: name and e-mail address. */
export function passwordProblem(password: string, about: readonly string[] = []): PasswordProblem | null {
  const letters = [...password];
  if (letters.length < passwordLength.min) return 'passwordTooShort';
  if (letters.length > passwordLength.max) return 'passwordTooLong';
  if (isSimple(password)) return 'passwordTooSimple';
  return isPersonal(password, about) ? 'passwordPersonal' : null;
}

function isSimple(password: string): boolean {
  const text = foldText(password);
  if (new Set(text).size < 5) return true;
  const words = text.replace(/[^a-z]/g, '');
  if (wellKnown.has(words)) return true;
  const reversed = [...text].reverse().join('');
  return runs.some((run) => (run + run).includes(text) || (run + run).includes(reversed));
}

// What remains when name and address are taken out must still be something.
function isPersonal(password: string, about: readonly string[]): boolean {
  const parts = about
    .flatMap((text) => [...foldText(text).split('@').slice(0, 1), ...foldText(text).split(/[^a-z0-9]+/)])
    .filter((part) => part.length >= 3)
    .sort((a, b) => b.length - a.length);
  let rest = foldText(password);
  for (const part of parts) rest = rest.replaceAll(part, '');
  return rest !== foldText(password) && rest.replace(/[^a-z]/g, '').length < 4;
}

const thisSite = 'http://kansli.invalid';
const pagesBeforeSignIn = /^\/(?:sign-in|setup|invitation|api)(?:\/|$)/i;

/**
 * Only a path within this site: `//elsewhere.example`, `/\elsewhere`, whole addresses, and what becomes one of them when
 * a browser resolves it (`/.//elsewhere.example`) lead to the start page.
 */
export function safeNextPath(next: string | null | undefined, fallback = '/'): string {
  if (!next?.startsWith('/') || next.length > 2000) return fallback;
  try {
    const url = new URL(next, thisSite);
    const path = url.pathname + url.search + url.hash;
    // Resolving takes dots away, and what is left may begin with two slashes: judged is what is returned.
    const isOurs = url.origin === thisSite && new URL(path, thisSite).href === url.href;
    return isOurs && !pagesBeforeSignIn.test(decodeURIComponent(url.pathname)) ? path : fallback;
  } catch {
    return fallback;
  }
}
