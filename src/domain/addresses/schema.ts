// What may be asked of addresses.
import { z } from 'zod';

export const FindAddress = z.strictObject({
  text: z.string().trim().max(500),
  limit: z.int().min(1).max(100).default(20),
});
