// The one kind of error the product throws on purpose: a code for machines, a message key for people.

export const errorCodes = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'rate_limited',
  'unavailable',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export type ErrorDetails = Record<string, unknown>;

// Next loads this module once per bundle: a class of one copy does not know an error of another, but the mark does.
const brand = Symbol.for('kansli.DomainError');

/** `messageKey` is a key below `errors` in messages/{sv,en}/errors.json; `details` fill its placeholders. */
export class DomainError extends Error {
  readonly [brand] = true;
  readonly code: ErrorCode;
  readonly messageKey: string;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, messageKey: string, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(`${code}: ${messageKey}`, options);
    this.name = 'DomainError';
    this.code = code;
    this.messageKey = messageKey;
    this.details = details;
  }
}

/** Also for an error that another copy of this module made. */
export const isDomainError = (value: unknown): value is DomainError =>
  typeof value === 'object' && value !== null && brand in value;

export const invalid = (key: string, details?: ErrorDetails) => new DomainError('invalid', key, details);
/** Foreign and missing ids answer alike, so that nobody can probe for what exists. */
export const notFound = (entity: string) => new DomainError('not_found', 'notFound', { entity });
export const conflict = (key: string, details?: ErrorDetails) => new DomainError('conflict', key, details);
export const unavailable = (key: string, cause?: unknown) =>
  new DomainError('unavailable', key, {}, cause === undefined ? undefined : { cause });
