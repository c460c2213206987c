import { Prisma } from "../../database/generated/client.ts";

/** Holds for a delivery `d` whose event `e` can be sent again: its body is still kept, and it is no test, which goes out once. */
export const hasBody = Prisma.sql`d."eventType" <> 'webhook.test' AND e.body IS NOT NULL`;
