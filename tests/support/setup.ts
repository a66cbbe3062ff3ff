// In every test file: a test begins with an empty database, and the file's connections end with it.
import { afterAll, beforeEach } from 'vitest';
import { closeTestDatabase, forgetRows } from './database.ts';

beforeEach(forgetRows);
afterAll(closeTestDatabase);
