import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { transformer } from './transformer.ts';

/** As an answer goes: written, as JSON over the wire, read. */
const sent = (value: unknown): unknown =>
  transformer.output.deserialize(JSON.parse(JSON.stringify(transformer.output.serialize(value))));

describe('an answer', () => {
  test('arrives as it was, whatever plain values and times it is made of', () => {
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        fc.string(),
        fc.string().map((text) => `\u0001${text}`),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.date({ noInvalidDate: true }),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(value, (one) => {
        expect(sent(one)).toEqual(one);
      }),
    );
  });

  test('keeps a text that looks like a time a text', () => {
    const name = '2026-11-22T10:00:00.000Z';
    expect(sent({ name, at: new Date(name) })).toEqual({ name, at: new Date(name) });
    expect(sent(`\u0001${name}`)).toBe(`\u0001${name}`);
  });

  test('keeps a field that a register called __proto__, and nobody inherits from it', () => {
    const raw = JSON.parse('{"__proto__": {"role": "admin"}, "name": "x"}');
    const arrived = sent(raw) as Record<string, unknown>;
    expect(Object.keys(arrived)).toEqual(['__proto__', 'name']);
    expect(Object.getPrototypeOf(arrived)).toBe(Object.prototype);
  });

  test('leaves out what is undefined', () => {
    expect(sent({ there: 1, not: undefined })).toEqual({ there: 1 });
    expect(transformer.output.serialize(undefined)).toBeUndefined();
  });

  test.each([
    ['a map', new Map([['a', 1]])],
    ['a set', new Set([1])],
    ['bytes', new Uint8Array(2)],
    ['endless', { n: Number.POSITIVE_INFINITY }],
    ['an invalid time', [new Date(Number.NaN)]],
    ['a large whole number', 1n],
  ])('with %s is a fault of ours, not a silent loss', (_, value) => {
    expect(() => JSON.stringify(transformer.output.serialize(value))).toThrow();
  });
});
