import { describe, expect, it } from 'vitest';
import { formatPhone, phoneLink } from './phone.ts';

describe('formatPhone', () => {
  it.each([
    ['+46701740606', '070-174 06 06'],
    ['+46846500400', '08-465 004 00'],
    ['+4684650040', '08-465 00 40'],
    ['+46910123456', '0910-12 34 56'],
    ['+4647012345', '0470-123 45'],
    ['+46771123456', '0771-12 34 56'],
    ['+4631123456', '031-12 34 56'],
    ['+4620123456', '020-12 34 56'],
    ['+4790123456', '+47 90 12 34 56'],
    ['+81312345678', '+81312345678'],
    ['12345', '12345'],
    ['ring kansliet', 'ring kansliet'],
  ])('shows %s as %s', (number, shown) => {
    expect(formatPhone(number)).toBe(shown);
  });
});

it('links only what can be dialled', () => {
  expect(phoneLink('+46701740606')).toBe('tel:+46701740606');
  expect(phoneLink('070174063')).toBeNull();
});
