import { z } from "zod";
import type { ErrorBody } from "./contract/error.ts";
import { AppError } from "./errors.ts";
import { describeError, logger } from "./logger.ts";
import { readBytes } from "./request-body.ts";

const status = {
  malformed: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported_media_type: 415,
  invalid: 422,
  bad_gateway: 502,
  unavailable: 503,
} as const;

const issuesOf = (error: z.ZodError) =>
  error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));

/** An error that is not expected is a 500 without internals (contract §6). */
export function errorResponse(error: unknown): Response {
  if (error instanceof AppError) {
    const body: ErrorBody = {
      error: error.code,
      message: error.message,
      ...(error.issues && { issues: error.issues }),
    };
    // The rest of the body must not be taken for the next request.
    const headers: HeadersInit = error.code === "too_large" ? { Connection: "close" } : [];
    return Response.json(body, { status: status[error.code], headers });
  }
  if (error instanceof z.ZodError) {
    const issues = issuesOf(error);
    const fields = [...new Set(issues.map((issue) => issue.path || "corps"))].join(", ");
    return Response.json(
      { error: "invalid", message: `Requête invalide\u202f: ${fields}.`, issues } satisfies ErrorBody,
      {
        status: 422,
      },
    );
  }
  logger.error("❌ Erreur interne", describeError(error));
  const body: ErrorBody = {
    error: "internal",
    message: "Une erreur interne est survenue\u202f; elle est dans le journal.",
  };
  return Response.json(body, { status: 500 });
}

type Handler<Context> = (request: Request, context: Context) => Promise<Response> | Response;
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
type Method = (typeof methods)[number];
export type Handlers<Context> = Partial<Record<Method, Handler<Context>>>;

/** Answers the other methods with `405` and `Allow`; `HEAD` follows `GET`. */
export function route<Context = unknown>(handlers: Handlers<Context>): Record<Method, Handler<Context>> {
  const allowed = methods.filter((method) => handlers[method] || (method === "HEAD" && handlers.GET));
  const refuse: Handler<Context> = () =>
    Response.json(
      {
        error: "method_not_allowed",
        message: `Méthode non prise en charge\u202f; acceptées\u202f: ${allowed.join(", ")}.`,
      },
      { status: 405, headers: { Allow: allowed.join(", ") } },
    );
  const methodHandler = (method: Method): Handler<Context> => {
    const handler = handlers[method] ?? (method === "HEAD" ? handlers.GET : undefined);
    if (!handler) return refuse;
    return async (request, context) => {
      try {
        return await handler(request, context);
      } catch (error) {
        return errorResponse(error);
      }
    };
  };
  return Object.fromEntries(methods.map((method) => [method, methodHandler(method)])) as Record<
    Method,
    Handler<Context>
  >;
}

/**
 * Reads the query of a URL. A parameter that is unknown, or comes twice, would otherwise be left out silently.
 * @throws {AppError} invalid, naming the parameters
 * @throws {z.ZodError} when it does not match
 */
export function readQuery<Schema extends z.ZodObject>(request: Request, schema: Schema): z.infer<Schema> {
  const { searchParams } = new URL(request.url);
  const known = Object.keys(schema.shape);
  const issues = [...new Set(searchParams.keys())].flatMap((path) => {
    if (!known.includes(path))
      return [{ path, message: `n’est pas un paramètre d’ici\u202f; acceptés\u202f: ${known.join(", ")}` }];
    return searchParams.getAll(path).length > 1
      ? [{ path, message: "est donné plusieurs fois\u202f; une liste s’écrit avec des virgules" }]
      : [];
  });
  if (issues.length > 0) {
    const said = issues.map(({ path, message }) => `${path} ${message}`).join(" ; ");
    throw new AppError("invalid", `Requête invalide\u202f: ${said}.`, issues);
  }
  return schema.parse(Object.fromEntries(searchParams));
}

const maxBodyBytes = 1024 * 1024;

/** Takes 1 MiB at most. @throws {AppError} too_large, unsupported_media_type, malformed @throws {z.ZodError} */
export async function readJson<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.infer<Schema>> {
  const text = await readText(request);
  if (text === "") return schema.parse({});
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json")
    throw new AppError("unsupported_media_type", "Le corps doit être en application/json.");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError("malformed", "Le corps n’est pas du JSON valide.");
  }
  return schema.parse(value);
}

async function readText(request: Request): Promise<string> {
  const encoding = request.headers.get("content-encoding") ?? "identity";
  if (encoding !== "identity")
    throw new AppError("unsupported_media_type", "Le corps ne doit pas être compressé (Content-Encoding).");
  const tooLarge = () => new AppError("too_large", "Le corps dépasse 1 Mio.");
  const bytes = await readBytes(request, { maxBytes: maxBodyBytes, tooLarge });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new AppError("malformed", "Le corps n’est pas de l’UTF-8 valide.");
  }
}
