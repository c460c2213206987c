import type { EndpointView } from "#lib/contract/endpoint.ts";

/** Names a destination: its name, else its host. */
export function nameOf({ name, url, is_default }: Pick<EndpointView, "name" | "url"> & { is_default?: boolean }) {
  if (name) return name;
  if (is_default) return "Destination principale";
  return URL.canParse(url) ? new URL(url).host : url;
}
