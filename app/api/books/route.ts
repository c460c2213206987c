import { BookQuery } from "#lib/contract/book.ts";
import { readQuery, route } from "#lib/http.ts";
import { listBooks } from "#lib/library/books.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) => {
    const query = readQuery(request, BookQuery);
    return Response.json(await listBooks(query));
  },
});
