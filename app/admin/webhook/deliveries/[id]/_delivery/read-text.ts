import { RequestFailed } from "#app/_components/data/request.ts";

/** Reads a body as it is. @throws {RequestFailed} */
export async function readText(url: string): Promise<string> {
  const response = await fetch(url).catch(() => undefined);
  if (!response) throw new RequestFailed(0, undefined);
  if (!response.ok) throw new RequestFailed(response.status, await response.json().catch(() => undefined));
  return response.text();
}
