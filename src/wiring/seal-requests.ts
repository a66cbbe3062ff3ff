// Puts the seal of client-address.ts on every request of this process, before Next looks at it, and lets the API answer
// by itself: Next's routing would cost a call more than most calls take.
import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import { sealAddress } from './client-address.ts';

/** True when it has taken the request over. */
export type AnswerFirst = (request: IncomingMessage, response: ServerResponse) => boolean;

const holder = globalThis as { kansliSealsRequests?: true };

/** Next creates its server itself, so the seal sits on what every server inherits. Harmless to repeat. */
export function sealRequests(trustProxy: boolean, answerFirst: AnswerFirst = () => false): void {
  if (holder.kansliSealsRequests) return;
  holder.kansliSealsRequests = true;
  const emit = Server.prototype.emit as (
    this: Server,
    event: string | symbol,
    ...given: unknown[]
  ) => boolean;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...given: unknown[]): boolean {
    if (event === 'request' || event === 'checkContinue') {
      const [request, response] = given as [IncomingMessage, ServerResponse];
      sealAddress(request, trustProxy);
      if (event === 'request' && answerFirst(request, response)) return true;
    }
    return emit.call(this, event, ...given);
  };
}
