// Puts the seal of client-address.ts on every request of this process, before Next looks at it.
import { Server } from 'node:http';
import { sealAddress } from './client-address.ts';

const holder = globalThis as { kansliSealsRequests?: true };

/** Next creates its server itself, so the seal sits on what every server inherits. Harmless to repeat. */
export function sealRequests(trustProxy: boolean): void {
  if (holder.kansliSealsRequests) return;
  holder.kansliSealsRequests = true;
  const emit = Server.prototype.emit as (
    this: Server,
    event: string | symbol,
    ...given: unknown[]
  ) => boolean;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...given: unknown[]): boolean {
    if (event === 'request' || event === 'checkContinue') {
      sealAddress(given[0] as Parameters<typeof sealAddress>[0], trustProxy);
    }
    return emit.call(this, event, ...given);
  };
}
