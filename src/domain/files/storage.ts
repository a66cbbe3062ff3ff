// Port: where uploaded files rest until they are read.

/** Keys are made by the product (never from a file's own name). Reading may happen many times. */
export interface FileStorage {
  /** Stores the bytes under `key`; resolves with their count. Throws `invalid` with `fileTooLarge` past `maxBytes`. */
  put(key: string, bytes: AsyncIterable<Uint8Array>, maxBytes: number): Promise<number>;
  /** Streams the bytes; throws `not_found` for an unknown key. */
  open(key: string): AsyncIterable<Uint8Array>;
  remove(key: string): Promise<void>;
}
