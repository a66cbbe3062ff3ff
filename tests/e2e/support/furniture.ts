// Records with something of everything in them, so that each screen is looked at with its content.
import { deleteAssociation } from '#domain/associations/commands.ts';
import { updateAssociation } from '#domain/associations/edit.ts';
import { addNote } from '#domain/notes/commands.ts';
import { inviteUser } from '#domain/users/invitations.ts';
import { addAssociation } from '#tests/support/associations.ts';
import { draftWith } from '#tests/support/register-records.ts';
import { newcomer, ownWord } from './people.ts';
import type { Product } from './product.ts';
import { inRegister, ownId } from './registers.ts';

export type Furniture = Record<'association' | 'deleted' | 'draft' | 'run' | 'invitation', string>;

export async function furnish(product: Product): Promise<Furniture> {
  const admin = await product.as('admin');
  const name = `Botkyrka Atletförening ${ownWord()}`;
  const id = ownId();
  const file = (email: string, day: number) => ({
    name: 'Botkyrka_IBGO.json',
    content: [
      inRegister(
        'Botkyrka',
        'botkyrka.ibgo.se',
        id,
        { name, email, description: 'Vi lyfter skrot.\n\nAlla är välkomna.', org_number: '802002-0000' },
        { scraped_at: `2025-11-0${day}T05:00:00.000Z` },
      ),
    ],
  });
  await product.importFiles([file('gammal@skrot.example', 1)]);
  const association = await admin.db.association.findFirstOrThrow({ where: { name } });
  const fields = { email: 'rattad@skrot.example' };
  await updateAssociation(admin, { id: association.id, version: association.version, fields });
  await addNote(admin, { associationId: association.id, kind: 'call', text: 'Ringde kassören.' });
  const run = await product.importFiles([
    file('nyare@skrot.example', 2),
    { name: 'inkopslista.json', content: '{"mjolk": 2}' },
  ]);
  const deleted = await addAssociation(admin, { name: `Botkyrka Pingis ${ownWord()}` });
  await deleteAssociation(admin, { id: deleted });
  const { runId: draft } = await draftWith(admin, [
    file('nyast@skrot.example', 3),
    { name: 'tom.json', content: '[]' },
  ]);
  const { password: _, ...person } = newcomer();
  const { path } = await inviteUser(admin, { ...person, role: 'user' });
  return { association: association.id, deleted, draft, run, invitation: path };
}
