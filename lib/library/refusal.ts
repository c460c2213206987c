import { z } from "zod";
import { toOneLine } from "../contract/text.ts";
import { AppError } from "../errors.ts";
import { errorResponse } from "../http.ts";
import { logger } from "../logger.ts";

const maxLoggedLength = 200;

export const toLogLine = (text: string) => toOneLine(text.slice(0, 4 * maxLoggedLength)).slice(0, maxLoggedLength);

function reasonOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  if (error instanceof z.ZodError)
    return toLogLine(error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join(" ; "));
  return "il n’a pas pu être enregistré.";
}

export function refuse(error: unknown): Response {
  const response = errorResponse(error);
  const { status } = response;
  logger[status < 500 ? "warn" : "error"](`❌ Webhook refusé (${status}) : ${reasonOf(error)}`);
  if (status === 401) return Response.json({ error: "Unauthorized", message: reasonOf(error) }, { status });
  return response;
}
