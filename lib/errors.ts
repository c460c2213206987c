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

/** `code` is for programs, `message` is a French sentence for people. */
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

export const notFound = (subject: string) => new AppError("not_found", `${subject}\u202f: introuvable.`);

export const invalid = (path: string, message: string) => new AppError("invalid", message, [{ path, message }]);

/** Stops the start with a French sentence, shown without a stack. */
export class StartRefused extends Error {
  override name = "StartRefused";
}
