// The built web part on a port of its own, and a signed-in caller of its API.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#adapters/free-port.ts';
import { transformer } from '#api/transformer.ts';
import { openLine } from './line.ts';

export async function startWeb(email: string, password: string) {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['src/web/main.ts'], {
    env: { ...process.env, KANSLI_BASE_URL: origin, PORT: String(port), NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let tries = 0; ; tries += 1) {
    const ok = await fetch(`${origin}/api/health/live`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) break;
    if (tries > 300) throw new Error('the web part does not start; is it built?');
    await pause(100);
  }
  const signIn = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email, password }),
  });
  if (!signIn.ok) throw new Error(`sign-in answered ${signIn.status}: ${await signIn.text()}`);
  const cookie = signIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');

  const line = openLine('localhost', port);
  const headers = { cookie, origin, 'accept-encoding': 'gzip', 'content-type': 'application/json' };
  async function call<T>(method: 'GET' | 'POST', path: string, body?: string): Promise<T> {
    const { status, text } = await line.ask({ path: `/api/trpc/${path}`, method, headers }, body);
    const answer = JSON.parse(text) as { result?: { data: unknown } };
    if (status !== 200 || !answer.result) throw new Error(`${path}: ${status} ${text.slice(0, 400)}`);
    return transformer.output.deserialize(answer.result.data) as T;
  }
  return {
    /** The HTML of a screen as a browser first gets it. */
    async page(path: string, signedIn = true): Promise<string> {
      const answer = await fetch(`${origin}${path}`, {
        headers: signedIn ? { cookie } : {},
        redirect: 'error',
      });
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      return answer.text();
    },
    query: <T>(name: string, input?: object) =>
      call<T>('GET', input ? `${name}?input=${encodeURIComponent(JSON.stringify(input))}` : name),
    mutate: <T>(name: string, input: object) => call<T>('POST', name, JSON.stringify(input)),
    /** Until the indexes in memory have been read: they are read beside the first calls. */
    async settled() {
      for (;;) {
        const answer = await fetch(`${origin}/api/health/ready`);
        const { parts } = (await answer.json()) as { parts: { index: { state: string } } };
        if (parts.index.state === 'ok') return;
        await pause(200);
      }
    },
    async stop() {
      line.close();
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
