import { fileRoute } from "../file-route.ts";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = fileRoute("docx");
