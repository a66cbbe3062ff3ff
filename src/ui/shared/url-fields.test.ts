import { expect, it } from 'vitest';
import {
  among,
  changeFields,
  flag,
  matching,
  oneOf,
  readFields,
  several,
  text,
  yesOrNo,
} from './url-fields.ts';

const fields = {
  q: text(5),
  code: several(matching(/^\d{4}$/)),
  kind: several(among(['Idrott', 'Dans, teater'])),
  sort: oneOf(['name', 'city'], 'name'),
  dir: oneOf(['asc', 'desc']),
  mail: yesOrNo,
  edit: flag,
};
const read = (search: string) => readFields(fields, new URLSearchParams(search));
const nothing = { q: '', code: [], kind: [], sort: 'name', dir: null, mail: null, edit: false };

it('reads what fits and leaves out what does not', () => {
  expect(read('')).toEqual(nothing);
  expect(read('code=&kind=&q=')).toEqual(nothing);
  expect(read('q=golfare&code=0180,Lund,1480&kind=Idrott&sort=city&dir=desc&mail=false&edit=true')).toEqual({
    q: 'golfa',
    code: ['0180', '1480'],
    kind: ['Idrott'],
    sort: 'city',
    dir: 'desc',
    mail: false,
    edit: true,
  });
  expect(read('sort=password&dir=up&mail=maybe&edit=1')).toEqual(nothing);
});

it('reads what the server is given in the same way', () => {
  expect(readFields(fields, { q: ['a', 'b'], code: '0180', dir: undefined })).toEqual({
    ...nothing,
    q: 'a',
    code: ['0180'],
  });
});

it('writes what it reads again, commas included', () => {
  const search = changeFields(fields, '', {
    code: ['0180', '1480'],
    kind: ['Dans, teater', 'Idrott'],
    mail: true,
  });
  expect(search).toBe('?code=0180,1480&kind=Dans%252C+teater,Idrott&mail=true');
  expect(read(search)).toEqual({
    ...nothing,
    code: ['0180', '1480'],
    kind: ['Dans, teater', 'Idrott'],
    mail: true,
  });
});

it('says nothing that is so anyway, and keeps what is not its own', () => {
  expect(
    changeFields(fields, '?tab=2&q=golf&sort=city&edit=true', { q: null, sort: 'name', edit: false }),
  ).toBe('?tab=2');
  expect(changeFields(fields, '?q=golf', { q: '' })).toBe('');
  expect(changeFields(fields, '?q=golf', { code: undefined })).toBe('?q=golf');
});
