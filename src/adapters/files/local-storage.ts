// Files on this machine's disk, below one folder.
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DomainError, invalid } from '#domain/errors.ts';
import type { FileStorage } from '#domain/files/storage.ts';

const safeKey = /^[a-z0-9][a-z0-9/_-]*(\.[a-z0-9]+)?$/;

export function localStorage(folder: string): FileStorage {
  const pathOf = (key: string) => {
    if (!safeKey.test(key)) throw new Error(`unsafe storage key ${key}`);
    return join(folder, key);
  };
  return {
    async put(key, bytes, maxBytes) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      let size = 0;
      // Written beside and renamed, so that a half-received file is never read.
      const partial = `${path}.partial`;
      try {
        await pipeline(
          Readable.from(bytes),
          async function* limit(source: AsyncIterable<Uint8Array>) {
            for await (const chunk of source) {
              size += chunk.byteLength;
              if (size > maxBytes) throw invalid('fileTooLarge', { maxBytes });
              yield chunk;
            }
          },
          createWriteStream(partial, { mode: 0o600 }),
        );
        await rename(partial, path);
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
      return size;
    },
    async *open(key) {
      try {
        yield* createReadStream(pathOf(key), { highWaterMark: 256 * 1024 });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
          throw new DomainError('not_found', 'notFound', { entity: 'file' }, { cause: error });
        }
        throw error;
      }
    },
    remove: (key) => rm(pathOf(key), { force: true }),
  };
}
