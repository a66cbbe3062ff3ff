// A password comes from standard input, never from an argument: arguments can be read by everybody on the machine.
import { createInterface } from 'node:readline/promises';
import { type Readable, Writable } from 'node:stream';
import { invalid } from '#domain/errors.ts';

const maxBytes = 4096;

/** The first line of what is piped in; on a terminal it asks and shows nothing of what is typed. */
export async function readPassword(
  input: Readable & { isTTY?: boolean } = process.stdin,
  prompt: Writable = process.stderr,
): Promise<string> {
  const password = input.isTTY ? await ask(input, prompt) : await readFirstLine(input);
  if (password === '') throw invalid('passwordTooShort', { field: 'password' });
  return password;
}

async function ask(input: Readable, prompt: Writable): Promise<string> {
  prompt.write('Password (at least 12 characters): ');
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: silent, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    prompt.write('\n');
  }
}

async function readFirstLine(input: Readable): Promise<string> {
  let text = '';
  for await (const chunk of input) {
    text += String(chunk);
    if (text.length > maxBytes) break;
  }
  return text.split(/\r?\n/, 1)[0] ?? '';
}
