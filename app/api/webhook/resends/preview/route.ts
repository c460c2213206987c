import { ResendRequest } from "#lib/contract/bulk-resend.ts";
import { readJson, route } from "#lib/http.ts";
import { previewResend } from "#lib/webhook/resend/bulk-filter.ts";
import { withJobOfBook } from "../../job-of-book.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) =>
    Response.json(await previewResend(await withJobOfBook(await readJson(request, ResendRequest)))),
});
