// Who bears an e-mail address, phone number or link, written in any way.
import { query } from '../operation.ts';
import { findBearers } from './records.ts';
import { FindAddress } from './schema.ts';
import { readAddresses } from './value.ts';

export const findAddress = query({
  name: 'address.find',
  input: FindAddress,
  allow: 'association.read',
  async run({ db }, { text, limit }) {
    const values = readAddresses(text);
    return values.length === 0 ? [] : findBearers(db, values, limit);
  },
});
