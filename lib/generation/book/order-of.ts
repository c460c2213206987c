import type { Job } from "../../database/generated/client.ts";

/** What an order says of its events. */
export const orderOf = ({ id, userId, endpointId }: Job) => ({ jobId: id, userId, endpointId });
