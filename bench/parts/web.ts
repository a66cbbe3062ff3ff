// The built web part on a port of its own, and a signed-in caller of its API.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { transformer } from '#api/transformer.ts';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

export async function startWeb(email: string, password: string) {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-p', String(port)], {
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

  async function call<T>(path: string, init: RequestInit): Promise<T> {
    const answer = await fetch(`${origin}/api/trpc/${path}`, {
      ...init,
      headers: { cookie, origin, 'content-type': 'application/json' },
    });
    const body = (await answer.json()) as { result?: { data: string } };
    if (!answer.ok || !body.result)
      throw new Error(`${path}: ${answer.status} ${JSON.stringify(body).slice(0, 400)}`);
    return transformer.output.deserialize(body.result.data) as T;
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
      call<T>(input ? `${name}?input=${encodeURIComponent(JSON.stringify(input))}` : name, { method: 'GET' }),
    mutate: <T>(name: string, input: object) =>
      call<T>(name, { method: 'POST', body: JSON.stringify(input) }),
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
