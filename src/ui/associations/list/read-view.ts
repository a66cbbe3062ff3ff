// Apart from view.ts, so that the reader of addresses stays on the server.
import { createLoader } from 'nuqs/server';
import { viewParsers } from './view.ts';

export const readView = createLoader(viewParsers);
