import { describe, expect, it } from 'vitest';
import { readView } from './read-view.ts';
import { isNarrowed, listInput, ordered, sortedBy, sortOf } from './view.ts';

const at = (search: string) => readView(new URLSearchParams(search));

describe('the URL', () => {
  it('says all of a view', () => {
    const owner = '01a20411-34ea-7423-978e-3b7430e14f98';
    const view = at(
      `q=golf&municipality=0180,1480&type=Idrott,Kultur&status=MEMBER&stage=PROSPECT&owner=none,${owner}&hasEmail=true&sort=city&dir=desc`,
    );
    expect(listInput(view)).toEqual({
      q: 'golf',
      municipality: ['0180', '1480'],
      type: ['Idrott', 'Kultur'],
      status: ['MEMBER'],
      stage: ['PROSPECT'],
      owner: ['none', owner],
      hasEmail: true,
      sort: 'city',
      order: 'desc',
      limit: 100,
    });
  });

  it('with nonsense still opens the list', () => {
    const view = at('municipality=Lund,1281&status=FRIEND&owner=me&hasEmail=maybe&sort=password&dir=up');
    expect(listInput(view)).toMatchObject({
      municipality: ['1281'],
      status: [],
      owner: [],
      hasEmail: null,
      sort: 'name',
    });
  });

  it('tells whether anything is taken away', () => {
    expect(isNarrowed(at('sort=city'))).toBe(false);
    expect(isNarrowed(at('q=%20'))).toBe(false);
    expect(isNarrowed(at('hasEmail=false'))).toBe(true);
    expect(isNarrowed(at('q=golf'))).toBe(true);
  });
});

describe('the order', () => {
  it('is the name, and the best match while one searches', () => {
    expect(sortOf(at(''))).toEqual({ key: 'name', direction: 'asc' });
    expect(sortOf(at('q=golf'))).toEqual({ key: 'relevance', direction: 'desc' });
    expect(sortOf(at('sort=relevance'))).toEqual({ key: 'name', direction: 'asc' });
  });

  it('that somebody chose stays while they search', () => {
    expect(sortOf(at('q=golf&sort=updated'))).toEqual({ key: 'updated', direction: 'desc' });
    expect(sortOf(at('q=golf&sort=name&dir=desc'))).toEqual({ key: 'name', direction: 'desc' });
  });

  it('turns round at the second click and is as short as it can be', () => {
    expect(sortedBy(at(''), 'updated')).toEqual({ sort: 'updated', dir: null });
    expect(sortedBy(at('sort=updated'), 'updated')).toEqual({ sort: 'updated', dir: 'asc' });
    expect(sortedBy(at(''), 'name')).toEqual({ sort: null, dir: 'desc' });
    expect(sortedBy(at('q=golf'), 'name')).toEqual({ sort: 'name', dir: null });
    expect(ordered(at('q=golf'), 'relevance', 'asc')).toEqual({ sort: null, dir: null });
  });
});
