import { describe, expect, it } from 'vitest';
import { parseVisibility } from './use-columns.ts';

const columns = [{ id: 'name' }, { id: 'city' }, { id: 'fax', hiddenAtFirst: true }];

describe('parseVisibility', () => {
  it('shows what is not hidden at first', () => {
    expect(parseVisibility(null, columns)).toEqual({ name: true, city: true, fax: false });
  });

  it('takes over what was kept, and nothing that no longer exists', () => {
    expect(parseVisibility('{"city":false,"fax":true,"gone":true}', columns)).toEqual({
      name: true,
      city: false,
      fax: true,
    });
  });

  it.each(['{', 'null', '[1]', '{"city":"no"}'])('falls back to the defaults on %s', (text) => {
    expect(parseVisibility(text, columns)).toEqual({ name: true, city: true, fax: false });
  });
});
