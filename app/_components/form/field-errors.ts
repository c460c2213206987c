import type { Issue } from "#lib/contract/error.ts";
import { sentence } from "../text/sentence.ts";

/** A French sentence for a field, or for a part of it: `headers` and `headers.Authorization`. */
export type FieldErrors = Partial<Record<string, string>>;

/** Names the subject of an issue's sentence; `rest` is the path within the field. */
export type SubjectOf = (field: string, rest: string) => string;

/** The issues of an answer `422` as sentences, by field and by whole path; the first one of a field wins. */
export function toFieldErrors(issues: Issue[], subjectOf: SubjectOf): FieldErrors {
  const errors: FieldErrors = {};
  for (const { path, message } of issues) {
    const [field = "", ...rest] = path.split(".");
    const whole = sentence(subjectOf(field, rest.join(".")), message);
    errors[field] ??= whole;
    errors[path] ??= whole;
  }
  return errors;
}

/** The errors that are left once these fields have been edited. */
export function withoutFields(errors: FieldErrors, fields: string[]): FieldErrors {
  const left = Object.entries(errors).filter(([path]) => !fields.includes(path.split(".")[0] ?? ""));
  return Object.fromEntries(left);
}
