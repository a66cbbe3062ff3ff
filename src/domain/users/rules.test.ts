import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passwordProblem, safeNextPath } from './rules.ts';

describe('passwordProblem', () => {
  it.each([
    ['kort', 'passwordTooShort'],
    ['elvatecken1', 'passwordTooShort'],
    ['aaaaaaaaaaaaaa', 'passwordTooSimple'],
    ['abababababab', 'passwordTooSimple'],
    ['123456789012', 'passwordTooSimple'],
    ['qwertyuiopåa', 'passwordTooSimple'],
    ['lkjihgfedcba', 'passwordTooSimple'],
    ['password1234', 'passwordTooSimple'],
    ['Lösenord2026!', 'passwordTooSimple'],
    ['Välkommen2026', 'passwordTooSimple'],
    ['KarinÖst2026!!', 'passwordPersonal'],
    ['karin.ost12345', 'passwordPersonal'],
  ])('refuses %s: %s', (password, problem) => {
    expect(passwordProblem(password, ['Karin Öst', 'karin.ost@kansli.example'])).toBe(problem);
  });

  it('refuses what is longer than anybody types', () => {
    expect(passwordProblem('kaniner '.repeat(17))).toBe('passwordTooLong');
  });

  it.each([
    'tre blå kaniner',
    'mYcket-hemligt-42-x',
    'åäöÅÄÖéüß123',
    'karin plockar hallon i maj',
    '🐟🐠🐡🦈🐙🦀🦞🐳🐬🐋🦭🐚',
  ])('takes %s', (password) => {
    expect(passwordProblem(password, ['Karin Öst', 'karin.ost@kansli.example'])).toBeNull();
  });
});

describe('safeNextPath', () => {
  it.each(['/associations', '/associations?q=a&sort=name#x', '/profile'])('follows %s', (path) => {
    expect(safeNextPath(path)).toBe(path);
  });

  it.each([
    null,
    '',
    'associations',
    'https://evil.example/',
    '//evil.example/a',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/sign-in?next=/sign-in',
    '/setup',
    '/api/auth/sign-out',
    '/.//evil.example/x',
    '/..//evil.example/x',
    '/%2e//evil.example/x',
    '/%2E%2e//evil.example/x',
    '/.%2e//evil.example',
    '/a/..//evil.example',
    '/a/b/../..//evil.example',
    '/.\\/evil.example',
    '/.\\\\evil.example',
    '/./\t/evil.example',
    '/.\n//evil.example',
    '/\r/evil.example',
    '/.///evil.example',
    '/.//evil.example@kansli.example',
    '/.//kansli.invalid/x',
    '/./sign-in',
    '/%73ign-in',
    '/SETUP',
    '/a/../api/trpc/x',
    '/%ff',
  ])('does not follow %j', (path) => {
    expect(safeNextPath(path)).toBe('/');
  });

  it('does not follow what is too long to be a path of ours', () => {
    expect(safeNextPath(`/${'a'.repeat(3000)}`)).toBe('/');
  });

  it('never leaves the site', () => {
    const heads = [
      '',
      '/',
      '//',
      '/\\',
      '/\n/',
      'http:',
      '/./',
      '/../',
      '/.//',
      '/a/..//',
      '/%2e//',
      '/%2e%2e/\\',
    ];
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...heads), (text, head) => {
        const url = new URL(safeNextPath(head + text), 'https://kansli.example');
        expect(url.origin).toBe('https://kansli.example');
      }),
    );
  });
});
