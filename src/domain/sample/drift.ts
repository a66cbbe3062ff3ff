// What happens to a register between two scrapes: boards change each spring, a few associations come, a few go.

import type { SampleAssociation } from './associations.ts';
import { describeAssociation } from './descriptions.ts';
import { inventPerson, inventPhone, slug } from './people.ts';
import type { Random } from './random.ts';

/** Share of a register that is new in each further run. */
export const NEW_EACH_RUN = 0.015;
const GONE = 0.008;
const NEW_CHAIR = 0.03;
const NEW_BOARD_MEMBER = 0.02;
const NEW_PHONE = 0.015;
const NEW_ADDRESS = 0.01;
const NEW_ACTIVITY = 0.01;
const NEW_TEXT = 0.008;

/** The association one run later, or null where the register no longer has it. */
export function driftAssociation(random: Random, before: SampleAssociation): SampleAssociation | null {
  if (random.chance(GONE)) return null;
  const host = `${slug(before.name)}.example`;
  const after = { ...before, contacts: [...before.contacts], activities: [...before.activities] };
  if (random.chance(NEW_CHAIR) && after.contacts.length > 0)
    after.contacts[0] = inventPerson(random, 'Ordförande', host);
  if (random.chance(NEW_BOARD_MEMBER)) after.contacts.push(inventPerson(random, 'Ledamot', host));
  if (random.chance(NEW_PHONE)) after.phone = inventPhone(random);
  if (random.chance(NEW_ADDRESS)) after.email = `kontakt@${host}`;
  if (random.chance(NEW_ACTIVITY)) {
    const added = after.kind.activities.find((activity) => !after.activities.includes(activity));
    if (added) after.activities.push(added);
  }
  if (random.chance(NEW_TEXT))
    after.description = describeAssociation(random, { ...after, members: random.int(15, 300) });
  return after;
}
