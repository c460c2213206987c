import { attachment } from "#lib/library/export/file-name.ts";
import { type Form, makeFile, mediaType } from "#lib/library/export/make.ts";
import { readVersion } from "#lib/library/versions.ts";
import { editionOfBook } from "../edition-of-book.ts";

type Context = { params: Promise<{ id: string }> };

/** Answers with the book as a file to be saved, made while the request waits. */
export const fileAnswer =
  (form: Form) =>
  async (request: Request, { params }: Context): Promise<Response> => {
    const edition = await editionOfBook((await params).id, readVersion(request));
    const headers = {
      "Content-Type": mediaType(form),
      "Content-Disposition": attachment(edition.book_title, form),
    };
    return new Response(await makeFile(form, edition), { headers });
  };
