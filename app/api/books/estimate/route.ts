import { BookRequest } from "#lib/contract/book.ts";
import { Estimate } from "#lib/contract/estimate.ts";
import { estimateBook } from "#lib/generation/estimate/estimate.ts";
import { readJson, route } from "#lib/http.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => Response.json(Estimate.parse(estimateBook(await readJson(request, BookRequest)))),
});
