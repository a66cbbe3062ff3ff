import { Readable } from 'node:stream';
import { Command } from 'commander';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Context } from '#domain/context.ts';
import { verifyPassword } from '#lib/password-hash.ts';
import { testContext } from '#tests/support/context.ts';
import { readPassword } from './read-password.ts';
import { addSetupLinkCommand } from './setup-link.ts';
import { addUserCommands } from './user.ts';

afterEach(() => vi.restoreAllMocks());

/** Runs one command line as a person would, with `typed` on standard input; resolves with what it printed. */
async function cli(context: Context, line: string[], typed = ''): Promise<string> {
  let printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([typed]) as typeof process.stdin);
  const program = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  addUserCommands(program, (work) => work(context));
  addSetupLinkCommand(
    program,
    (work) => work(context),
    () => 'https://kansli.example',
  );
  await program.parseAsync(line, { from: 'user' });
  vi.restoreAllMocks();
  return printed;
}

const create = [
  'user',
  'create',
  '--email',
  'karin@kansli.example',
  '--name',
  'Karin Öst',
  '--role',
  'admin',
];

describe('cli user', () => {
  it('creates with the password of standard input, which it never prints', async () => {
    const context = await testContext('system');
    const printed = await cli(context, create, 'tre blå kaniner\n');
    expect(printed).toMatch(/^karin@kansli\.example can sign in as admin/);
    expect(printed).not.toContain('kaniner');
    const account = await context.db.account.findFirstOrThrow();
    expect(await verifyPassword(account.password ?? '', 'tre blå kaniner')).toBe(true);
  });

  it('refuses no password, a weak one, an unknown role and an unknown person', async () => {
    const context = await testContext('system');
    await expect(cli(context, create)).rejects.toMatchObject({ messageKey: 'passwordTooShort' });
    await expect(cli(context, create, 'password1234')).rejects.toMatchObject({
      messageKey: 'passwordTooSimple',
    });
    await expect(cli(context, [...create.slice(0, -1), 'boss'], 'x')).rejects.toMatchObject({ exitCode: 1 });
    const nobody = ['user', 'disable', '--email', 'nobody@kansli.example'];
    await expect(cli(context, nobody)).rejects.toMatchObject({ code: 'not_found' });
    expect(await context.db.user.count()).toBe(0);
  });

  it('lists, closes, opens and gives a new password', async () => {
    const context = await testContext('system');
    await testContext('admin');
    await cli(context, create, 'tre blå kaniner');
    const email = ['--email', 'Karin@kansli.example'];
    await cli(context, ['user', 'disable', ...email]);
    expect(await cli(context, ['user', 'list'])).toContain(
      'karin@kansli.example\tKarin Öst\tadmin\tclosed\n',
    );
    await cli(context, ['user', 'enable', ...email]);
    const listed = JSON.parse(await cli(context, ['user', 'list', '--json'])) as {
      email: string;
      disabledAt: null;
    }[];
    expect(listed.find((user) => user.email === 'karin@kansli.example')?.disabledAt).toBeNull();
    await cli(context, ['user', 'set-password', ...email], 'fyra gröna harar');
    const account = await context.db.account.findFirstOrThrow();
    expect(await verifyPassword(account.password ?? '', 'fyra gröna harar')).toBe(true);
    expect(await context.db.event.count({ where: { name: 'user.passwordChanged' } })).toBe(1);
  });
});

describe('cli setup-link', () => {
  it('prints one whole address, and nothing once somebody exists', async () => {
    const context = await testContext('system');
    expect(await cli(context, ['setup-link'])).toMatch(
      /^https:\/\/kansli\.example\/setup\?token=[\w-]{43}\n$/,
    );
    await testContext('user');
    expect(await cli(context, ['setup-link'])).toBe('');
  });
});

describe('readPassword', () => {
  it('takes the first line as it is, spaces and all', async () => {
    expect(await readPassword(Readable.from([' tre blå', ' kaniner \r\nnext']))).toBe(' tre blå kaniner ');
  });
});
