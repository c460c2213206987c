import { serverOf, splitModel } from "../configured.ts";
import { isLocalKind } from "./kinds.ts";

/** A name without a dot, or of a network of one's own, is no provider's. */
const nearby =
  /^(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254)\.|^\[|^[^.]+$|\.(?:local|lan|home|internal|localdomain)$/i;

/** Tells a server that a person runs from a provider's: it may be slow, answer one request at a time, load its model. */
export function isOwnServer(id: string): boolean {
  if (isLocalKind(splitModel(id).provider)) return true;
  const server = serverOf(id);
  return server !== "" && nearby.test(new URL(`http://${server}`).hostname);
}
