import { sentence } from "#app/_components/text/sentence.ts";
import type { Issue } from "#lib/contract/error.ts";

export type FieldErrors = Partial<Record<string, string>>;

const subjects: Record<string, string> = {
  name: "Le nom",
  url: "L’adresse",
  environment: "Le mode",
  event_types: "La liste des événements",
  headers: "L’en-tête",
  retry_schedule: "Le calendrier",
  secret: "La clé",
  overlap_hours: "La durée",
};

/**
 * The issues of an answer `422` as sentences, by field and by whole path: `headers` and `headers.Authorization`.
 */
export function byField(issues: Issue[]): FieldErrors {
  const named = issues.flatMap(({ path, message }) => {
    const [field = "", ...rest] = path.split(".");
    const subject = field === "headers" && rest.length > 0 ? `L’en-tête ${rest.join(".")}` : subjects[field];
    const whole = sentence(subject ?? "Ce champ", message);
    return [
      [field, whole],
      [path, whole],
    ];
  });
  return Object.fromEntries(named.reverse());
}

/** What zod found, as the API would say it. */
export const asIssues = (issues: { path: PropertyKey[]; message: string }[]): Issue[] =>
  issues.map(({ path, message }) => ({ path: path.join("."), message }));
