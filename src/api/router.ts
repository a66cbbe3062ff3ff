// All procedures, feature by feature.

import { addressRouter } from './routers/address.ts';
import { associationRouter } from './routers/association.ts';
import { contactRouter } from './routers/contact.ts';
import { importRouter } from './routers/import.ts';
import { liveRouter } from './routers/live.ts';
import { municipalityRouter } from './routers/municipality.ts';
import { noteRouter } from './routers/note.ts';
import { tagRouter } from './routers/tag.ts';
import { invitationRouter, setupRouter, userRouter } from './routers/user.ts';
import { router } from './trpc.ts';

export const appRouter = router({
  address: addressRouter,
  association: associationRouter,
  contact: contactRouter,
  import: importRouter,
  invitation: invitationRouter,
  live: liveRouter,
  municipality: municipalityRouter,
  note: noteRouter,
  setup: setupRouter,
  tag: tagRouter,
  user: userRouter,
});

export type AppRouter = typeof appRouter;
