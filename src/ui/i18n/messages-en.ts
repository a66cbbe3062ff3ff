import associations from '#messages/en/associations.json' with { type: 'json' };
import auth from '#messages/en/auth.json' with { type: 'json' };
import contacts from '#messages/en/contacts.json' with { type: 'json' };
import errors from '#messages/en/errors.json' with { type: 'json' };
import imports from '#messages/en/imports.json' with { type: 'json' };
import municipalities from '#messages/en/municipalities.json' with { type: 'json' };
import profile from '#messages/en/profile.json' with { type: 'json' };
import setup from '#messages/en/setup.json' with { type: 'json' };
import shell from '#messages/en/shell.json' with { type: 'json' };
import trash from '#messages/en/trash.json' with { type: 'json' };
import users from '#messages/en/users.json' with { type: 'json' };
import words from '#messages/en/words.json' with { type: 'json' };

/** One line above and one word here for each file of messages/en: the file's name is the namespace. */
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
