import { route } from "#lib/http.ts";
import { attachment } from "#lib/library/export/file-name.ts";
import { toMarkdown } from "#lib/library/export/markdown.ts";
import { readVersion } from "#lib/library/versions.ts";
import { editionOfBook } from "../../edition-of-book.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<RouteContext<"/api/books/[id]/markdown">>({
  GET: async (request, { params }) => {
    const edition = await editionOfBook((await params).id, readVersion(request));
    const headers = {
      "Content-Type": "text/markdown; charset=utf-8",
      "Content-Disposition": attachment(edition.book_title, "md"),
    };
    return new Response(await toMarkdown(edition), { headers });
  },
});
