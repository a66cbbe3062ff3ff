import associations from '#messages/sv/associations.json' with { type: 'json' };
import auth from '#messages/sv/auth.json' with { type: 'json' };
import contacts from '#messages/sv/contacts.json' with { type: 'json' };
import errors from '#messages/sv/errors.json' with { type: 'json' };
import imports from '#messages/sv/imports.json' with { type: 'json' };
import municipalities from '#messages/sv/municipalities.json' with { type: 'json' };
import profile from '#messages/sv/profile.json' with { type: 'json' };
import setup from '#messages/sv/setup.json' with { type: 'json' };
import shell from '#messages/sv/shell.json' with { type: 'json' };
import trash from '#messages/sv/trash.json' with { type: 'json' };
import users from '#messages/sv/users.json' with { type: 'json' };
import words from '#messages/sv/words.json' with { type: 'json' };

/** One line above and one word here for each file of messages/sv: the file's name is the namespace. */
export const messages = {
  associations,
  auth,
  contacts,
  errors,
  imports,
  municipalities,
  profile,
  setup,
  shell,
  trash,
  users,
  words,
};
