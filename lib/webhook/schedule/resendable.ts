import { Prisma } from "../../database/generated/client.ts";

/** Holds for a delivery `d` whose event `e` can be sent again: it still has its body, and is no test, which goes out once. */
export const isResendable = Prisma.sql`d."eventType" <> 'webhook.test' AND e.body IS NOT NULL`;
