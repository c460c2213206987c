import { z } from "zod";

/** What an order had better know before it starts; it is never refused for it. */
export const OrderWarning = z.object({
  code: z.enum(["cap-below-first-call", "cap-below-likely", "old-price", "instructions-language"]),
  message: z.string(),
});
export type OrderWarning = z.infer<typeof OrderWarning>;
