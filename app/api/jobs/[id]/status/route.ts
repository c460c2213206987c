export { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } from "../../../books/status/[id]/route.ts";
