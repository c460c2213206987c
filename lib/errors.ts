import type { Issue } from "./contract/error.ts";

type Code =
  | "malformed"
  | "unauthorized"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "too_large"
  | "unsupported_media_type"
  | "invalid"
  | "bad_gateway"
  | "unavailable";

/** The one family of expected errors: a code for programs, a French sentence for people. `http.ts` maps codes to statuses. */
export class AppError extends Error {
  override name = "AppError";
  readonly code: Code;
  readonly issues: Issue[] | undefined;

  constructor(code: Code, message: string, issues?: Issue[]) {
    super(message);
    this.code = code;
    this.issues = issues;
  }
}

export const notFound = (what: string) => new AppError("not_found", `${what}\u202f: introuvable.`);

/** An invalid field, named by its path. */
export const invalid = (path: string, message: string) => new AppError("invalid", message, [{ path, message }]);

/** What stops the start, as a French sentence for whoever started it; shown without a stack. */
export class StartRefused extends Error {
  override name = "StartRefused";
}
