// Every event that can happen, with the sentence that documents it (docs/api/events.md is made from this list).

export const events = {
  'association.created': { entity: 'association', means: 'A person added an association by hand.' },
  'association.updated': {
    entity: 'association',
    means: 'A person changed fields; before and after hold them.',
  },
  'association.statusChanged': { entity: 'association', means: 'CRM status moved, with both values.' },
  'association.stageChanged': { entity: 'association', means: 'Pipeline stage moved, with both values.' },
  'association.ownerChanged': { entity: 'association', means: 'Another person became owner.' },
  'association.suggestionAccepted': {
    entity: 'association',
    means: "A register's newer value replaced a person's edit, because a person said so.",
  },
  'association.suggestionKept': {
    entity: 'association',
    means: "A person kept the edited value and turned the register's newer value down.",
  },
  'association.tagged': { entity: 'association', means: 'The tags of an association were changed.' },
  'association.deleted': { entity: 'association', means: 'Moved to the trash.' },
  'association.restored': { entity: 'association', means: 'Taken back from the trash.' },
  'tag.created': { entity: 'tag', means: 'A new tag can be put on associations.' },
  'contact.created': { entity: 'contact', means: 'A person added a contact.' },
  'contact.updated': { entity: 'contact', means: 'A person changed a contact.' },
  'contact.deleted': { entity: 'contact', means: 'A contact was moved to the trash.' },
  'contact.restored': { entity: 'contact', means: 'A contact was taken back from the trash.' },
  'note.added': { entity: 'note', means: 'A note, call, mail or meeting was written down.' },
  'note.updated': { entity: 'note', means: 'The author or an admin changed a note.' },
  'note.deleted': { entity: 'note', means: 'The author or an admin removed a note.' },
  'import.started': { entity: 'import', means: 'A person started an import of the files in a draft.' },
  'import.cancelled': {
    entity: 'import',
    means: 'A person stopped a run; what was merged until then stays.',
  },
  'import.discarded': { entity: 'import', means: 'A person threw a draft away before it was started.' },
  'import.markedMissing': {
    entity: 'association',
    means: 'The newest file of a register no longer has these associations; they are kept and marked.',
  },
  'import.merged': {
    entity: 'association',
    means: 'One batch of an import created or changed associations.',
  },
  'import.finished': { entity: 'import', means: 'A run that changed something ended; the counts are in it.' },
  'import.missingConfirmed': {
    entity: 'import',
    means: 'A person confirmed that rows absent from a much smaller file are really gone.',
  },
  'import.takenAsSame': {
    entity: 'import',
    means: 'A person confirmed that a register only gave these associations new ids.',
  },
  'user.created': { entity: 'user', means: 'An account was made.' },
  'user.updated': { entity: 'user', means: 'Name, role or language of an account was changed.' },
  'user.disabled': { entity: 'user', means: 'An account was closed and its sessions ended.' },
  'user.enabled': { entity: 'user', means: 'A closed account was opened again.' },
  'user.passwordChanged': { entity: 'user', means: 'A password was changed; the other sessions ended.' },
  'user.signedIn': { entity: 'user', means: 'A session was opened.' },
  'invitation.created': { entity: 'invitation', means: 'An admin invited somebody.' },
  'invitation.revoked': { entity: 'invitation', means: 'An invitation was taken back.' },
  'sample.loaded': { entity: 'import', means: 'The generated sample and its history were loaded.' },
} as const satisfies Record<string, { entity: string; means: string }>;

export type EventName = keyof typeof events;

export interface EventDraft {
  /** Ids of the entity that the event is about. Bulk work sends one event with many. */
  ids: string[];
  /** Associations on whose timeline it belongs. */
  associations?: string[];
  /** Facts for the audit log and the timeline: before, after, counts. Never a secret. */
  details?: Record<string, unknown>;
}

export const documentedEvents = Object.entries(events).map(([name, { entity, means }]) => ({
  name,
  entity,
  means,
}));
