import associations from '#messages/en/associations.json';
import auth from '#messages/en/auth.json';
import contacts from '#messages/en/contacts.json';
import errors from '#messages/en/errors.json';
import imports from '#messages/en/imports.json';
import municipalities from '#messages/en/municipalities.json';
import notes from '#messages/en/notes.json';
import profile from '#messages/en/profile.json';
import setup from '#messages/en/setup.json';
import shell from '#messages/en/shell.json';
import trash from '#messages/en/trash.json';
import users from '#messages/en/users.json';
import words from '#messages/en/words.json';

/** One line above and one word here for each file of messages/en: the file's name is the namespace. */
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
