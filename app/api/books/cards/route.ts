import { CardQuery } from "#lib/contract/book.ts";
import { readQuery, route } from "#lib/http.ts";
import { listBookCards } from "#lib/library/books.ts";

/** The shelf's data: `GET /api/books` without the text of the books. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const query = readQuery(request, CardQuery);
    return Response.json(await listBookCards(query));
  },
});
