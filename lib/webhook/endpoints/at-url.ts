import { readConfigs } from "./config.ts";

/** Two spellings of one address are equal: the host's case, a default port, a fragment. */
function normalize(text: string): string | undefined {
  const url = URL.parse(text);
  if (!url) return undefined;
  url.hash = "";
  return url.href;
}

export async function endpointAt(url: string): Promise<string | undefined> {
  const wanted = normalize(url);
  if (wanted === undefined) return undefined;
  return (await readConfigs()).find((config) => normalize(config.url) === wanted)?.endpointId;
}
