// Logs carry ids, not people: anything that smells of a person or a secret is censored before it is written.
import { type Logger, pino, stdTimeFunctions } from 'pino';
import { env } from './env.ts';

const censored = [
  'password',
  'token',
  'secret',
  'email',
  'name',
  'phone',
  'orgNumber',
  'cookie',
  'authorization',
];

let root: Logger | undefined;

export function logger(part: string): Logger {
  root ??= pino({
    level: env().KANSLI_LOG_LEVEL,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    // What PostgreSQL quotes of a row when a statement fails may be somebody's data.
    redact: {
      paths: [
        ...censored.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
        ...['detail', 'where', 'hint', 'cause.detail', 'cause.where', 'meta'].map((key) => `err.${key}`),
      ],
      censor: '[censored]',
    },
  });
  return root.child({ part });
}
