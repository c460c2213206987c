import { ReferenceQuery, ReferenceRequest } from "#lib/contract/reference.ts";
import { addPage } from "#lib/generation/references/read-page.ts";
import { addReference, listReferences } from "#lib/generation/references/references.ts";
import { readJson, readQuery, route } from "#lib/http.ts";
import { receiveReference } from "#lib/reference/receive.ts";
import { guarded } from "../guarded-route.ts";

const isJson = ({ headers }: Request) => /^application\/json\b/i.test(headers.get("content-type")?.trim() ?? "");

async function add(request: Request) {
  if (!isJson(request)) return addReference(await receiveReference(request));
  const { url } = await readJson(request, ReferenceRequest);
  return addPage(url, request.signal);
}

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  guarded({
    GET: async (request) => Response.json(await listReferences(readQuery(request, ReferenceQuery))),
    POST: async (request) => Response.json(await add(request), { status: 201 }),
  }),
);
