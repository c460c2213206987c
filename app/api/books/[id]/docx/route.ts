import { route } from "#lib/http.ts";
import { fileAnswer } from "../file-answer.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route<RouteContext<"/api/books/[id]/docx">>({
  GET: fileAnswer("docx"),
});
