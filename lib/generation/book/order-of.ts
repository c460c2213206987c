import type { Job } from "../../database/generated/client.ts";

export const orderOf = ({ id, userId, endpointId }: Job) => ({ jobId: id, userId, endpointId });
