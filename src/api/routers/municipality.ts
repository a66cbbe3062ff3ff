// Municipalities, as the browser reaches them.
import { expose, router } from '#api/trpc.ts';
import { listMunicipalities } from '#domain/municipalities/queries.ts';

export const municipalityRouter = router({
  list: expose(listMunicipalities),
});
