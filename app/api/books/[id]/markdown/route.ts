import { route } from "#lib/http.ts";
import { getBook } from "#lib/library/books.ts";
import { attachment, toMarkdown } from "#lib/library/export/markdown.ts";
import { readVersion } from "#lib/library/versions.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<RouteContext<"/api/books/[id]/markdown">>({
  GET: async (request, { params }) => {
    const book = await getBook((await params).id, readVersion(request));
    const headers = {
      "Content-Type": "text/markdown; charset=utf-8",
      "Content-Disposition": attachment(book.book_title, "md"),
    };
    return new Response(await toMarkdown(book), { headers });
  },
});
