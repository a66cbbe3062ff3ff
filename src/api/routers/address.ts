// Procedures of addresses; they are written with what bears them.
import { expose, router } from '#api/trpc.ts';
import { findAddress } from '#domain/addresses/find.ts';

export const addressRouter = router({
  find: expose(findAddress),
});
