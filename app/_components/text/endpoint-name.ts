import type { EndpointView } from "#lib/contract/endpoint.ts";
import { showUnseen } from "#lib/contract/unseen.ts";

/** Names a destination: its name, else its host. */
export function nameOf({ name, url, is_default }: Pick<EndpointView, "name" | "url"> & { is_default?: boolean }) {
  if (name) return showUnseen(name);
  if (is_default) return "Destination principale";
  return showUnseen(URL.canParse(url) ? new URL(url).host : url);
}
