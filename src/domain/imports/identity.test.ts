import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type IdentityInput,
  identityKey,
  identityOf,
  municipalityInstance,
  municipalityOfInstance,
  platformOf,
  queryParameter,
} from './identity.ts';

const fri: IdentityInput = {
  platform: 'FRI',
  municipalityName: 'Testby',
  name: 'Testby IF',
  detailUrl: 'https://FRI.testby.example/forening/visa.aspx?id=TESTBY',
  registerId: null,
};

describe('identityOf', () => {
  it('takes host and id from an FRI link, also from one that was joined wrongly', () => {
    const expected = {
      platform: 'FRI',
      instance: 'fri.testby.example',
      externalId: 'TESTBY',
      hasRegisterId: true,
    };
    expect(identityOf(fri)).toEqual(expected);
    expect(
      identityOf({
        ...fri,
        detailUrl: 'https://fri.testby.example/forening/default.aspx/visa.aspx?ID=TESTBY',
      }),
    ).toEqual(expected);
  });

  it('reads one id from both ways of writing Ö', () => {
    const utf8 = identityOf({ ...fri, detailUrl: 'https://fri.testby.example/visa.aspx?id=TYL%c3%96' });
    const latin1 = identityOf({ ...fri, detailUrl: 'https://fri.testby.example/visa.aspx?id=TYL%D6' });
    expect(utf8.externalId).toBe('TYLÖ');
    expect(latin1).toEqual(utf8);
  });

  it('is the same for two municipalities that share a register', () => {
    expect(identityKey(identityOf(fri))).toBe(
      identityKey(identityOf({ ...fri, municipalityName: 'Provköping' })),
    );
  });

  it('takes the id of Interbook Go from the extras, else from the link', () => {
    const ibgo = {
      ...fri,
      platform: 'IBGO',
      registerId: '7',
      detailUrl: 'https://testby.ibgo.example/#/#/association/7',
    } as const;
    expect(identityOf(ibgo)).toMatchObject({ instance: 'testby.ibgo.example', externalId: '7' });
    expect(identityOf({ ...ibgo, registerId: null })).toEqual(identityOf(ibgo));
  });

  it("takes the name for RBOK, and the municipality for Actor, whose link is the association's own site", () => {
    expect(
      identityOf({
        ...fri,
        platform: 'RBOK',
        detailUrl: 'https://testby.rbok.example/foreningsregister?association=x',
      }),
    ).toMatchObject({
      instance: 'testby.rbok.example',
      externalId: 'testbyif',
    });
    expect(
      identityOf({ ...fri, platform: 'ACTOR', registerId: '12', detailUrl: 'https://testbyif.example' }),
    ).toMatchObject({
      instance: 'municipality:testby',
      externalId: '12',
    });
  });

  it.each([null, 'https://testbyif.example', 'not a url', 'https://fri.testby.example/visa.aspx?id='])(
    'falls back to municipality and folded name for %j',
    (detailUrl) => {
      expect(identityOf({ ...fri, detailUrl })).toEqual({
        platform: 'FRI',
        instance: 'municipality:testby',
        externalId: 'testbyif',
        hasRegisterId: false,
      });
    },
  );

  it('never takes a personal identity number for an id', () => {
    const { externalId } = identityOf({
      ...fri,
      detailUrl: 'https://fri.testby.example/visa.aspx?id=121212-1212',
    });
    expect(externalId).toBe('testbyif');
  });

  it('never throws', () => {
    const platform = fc.constantFrom(
      'FRI' as const,
      'IBGO' as const,
      'RBOK' as const,
      'ACTOR' as const,
      'OTHER' as const,
    );
    const url = fc.oneof(
      fc.string(),
      fc.string().map((id) => `https://x.example/visa.aspx?id=${id}`),
      fc.constant('https://x.example/?id=%c3%'),
    );
    fc.assert(
      fc.property(platform, url, fc.string(), (chosen, detailUrl, name) => {
        expect(identityOf({ ...fri, platform: chosen, detailUrl, name }).instance).not.toBe('');
      }),
    );
  });
});

it('keeps Håbo and Habo apart', () => {
  expect(municipalityInstance('HÅBO')).toBe('municipality:håbo');
  expect(municipalityInstance('Habo')).not.toBe(municipalityInstance('Håbo'));
  expect(municipalityOfInstance('municipality:0305')).toBe('0305');
  expect(municipalityOfInstance('fri.testby.example')).toBeNull();
});

it('knows the platforms by the names scrapes use', () => {
  expect(['FRI', 'ibgo', 'RBOK', 'ActorSmartbook', 'Något annat', '__proto__'].map(platformOf)).toEqual([
    'FRI',
    'IBGO',
    'RBOK',
    'ACTOR',
    'OTHER',
    'OTHER',
  ]);
});

it('reads a parameter out of a cut escape without failing', () => {
  expect(queryParameter('https://x.example/?a=1&id=A+B%', 'id')).toBe('A B%');
  expect(queryParameter('https://x.example/#?id=1', 'id')).toBe('1');
  expect(queryParameter('https://x.example/', 'id')).toBeNull();
});
