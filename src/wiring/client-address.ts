// Whose request this is, for limits: the socket's other end, or what the trusted proxy in front of Kansli saw. Next
// keeps an `x-forwarded-for` that a client sends, so the address travels in a header that only this process can write.
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

const header = 'x-kansli-address';
const told = ['forwarded', 'x-real-ip', 'x-client-ip', 'cf-connecting-ip', 'true-client-ip'];

/** Nobody outside knows it, so a header that begins with it was written here. */
const mark = randomBytes(16).toString('base64url');

/** The web server calls this on each request before anything else reads it. Without a trusted proxy, forwarding headers go. */
export function markAddress(request: Pick<IncomingMessage, 'headers' | 'socket'>, trustProxy: boolean): void {
  const { headers, socket } = request;
  const forwarded = trustProxy ? lastForwarded(headers['x-forwarded-for']) : null;
  if (!trustProxy) {
    for (const name of Object.keys(headers)) {
      if (name.startsWith('x-forwarded-') || told.includes(name)) delete headers[name];
    }
  }
  headers[header] = `${mark} ${forwarded ?? network(socket.remoteAddress ?? '') ?? 'unknown'}`;
}

/** `unknown`, one bucket for all, when the request did not come through `markAddress`. */
export function readAddress(headers: Headers): string {
  const [given, address] = (headers.get(header) ?? '').split(' ');
  return given === mark && address ? address : 'unknown';
}

// Each proxy appends the address it was called from: only the last one was written by ours.
function lastForwarded(value: string | string[] | undefined): string | null {
  const last = (Array.isArray(value) ? value.join(',') : (value ?? '')).split(',').at(-1)?.trim() ?? '';
  return network(last);
}

/** IPv4 as it is; of IPv6 the first 64 bits, since whoever has one address there has them all. Null for anything else. */
function network(text: string): string | null {
  const bare = text.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  const address = bare.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIP(address) === 4) return address;
  if (isIP(address) !== 6) return null;
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
