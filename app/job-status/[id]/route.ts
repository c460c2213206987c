export { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } from "../../api/books/status/[id]/route.ts";
