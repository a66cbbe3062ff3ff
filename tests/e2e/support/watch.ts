// What must never happen on any screen, whatever the journey: an error in the console, a breach of the content security
// policy, an exception nobody caught, a request to another host.
import type { BrowserContext } from '@playwright/test';

export interface Watch {
  faults: string[];
  follow(context: BrowserContext): void;
  /** Chromium writes an error for every answer from 400 up; a journey that provokes one says which. */
  expectStatus(status: number): void;
  /** A journey that takes the network away: Chromium writes an error for every call that then fails, React one for each piece. */
  expectOffline(): void;
}

export function createWatch(baseUrl: string): Watch {
  const origin = new URL(baseUrl).origin;
  const expected = new Set<number>();
  const faults: string[] = [];
  let offline = false;
  const isExpected = (text: string) =>
    (offline && /net::ERR_|PieceMissing/.test(text)) ||
    [...expected].some((status) => text.includes(`responded with a status of ${status}`));
  return {
    faults,
    follow(context) {
      context.on('console', (message) => {
        if (message.type() !== 'error' || isExpected(message.text())) return;
        faults.push(`console: ${message.text()} (${message.page()?.url()})`);
      });
      context.on('weberror', (error) => {
        faults.push(`uncaught: ${error.error().message} (${error.page()?.url()})`);
      });
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') && url.origin !== origin) faults.push(`request to ${url.href}`);
      });
    },
    expectOffline() {
      offline = true;
    },
    expectStatus: (status) => void expected.add(status),
  };
}
