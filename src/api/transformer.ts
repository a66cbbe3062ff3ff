// How values travel: calls as plain JSON, answers as devalue writes them, so that a Date arrives as a Date.
import { parse, stringify } from 'devalue';

const asItIs = <T>(value: T): T => value;

export const transformer = {
  input: { serialize: asItIs, deserialize: asItIs },
  output: { serialize: (value: unknown) => stringify(value), deserialize: (text: string) => parse(text) },
};
