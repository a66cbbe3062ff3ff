import associations from '#messages/sv/associations.json';
import auth from '#messages/sv/auth.json';
import contacts from '#messages/sv/contacts.json';
import errors from '#messages/sv/errors.json';
import imports from '#messages/sv/imports.json';
import municipalities from '#messages/sv/municipalities.json';
import notes from '#messages/sv/notes.json';
import profile from '#messages/sv/profile.json';
import setup from '#messages/sv/setup.json';
import shell from '#messages/sv/shell.json';
import trash from '#messages/sv/trash.json';
import users from '#messages/sv/users.json';
import words from '#messages/sv/words.json';

/** One line above and one word here for each file of messages/sv: the file's name is the namespace. */
export const messages = {
  associations,
  auth,
  contacts,
  errors,
  imports,
  municipalities,
  notes,
  profile,
  setup,
  shell,
  trash,
  users,
  words,
};
