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

/** The subject of the sentence about a field of a destination; a header is named. */
export const subjectOf = (field: string, rest: string) =>
  field === "headers" && rest ? `L’en-tête ${rest}` : (subjects[field] ?? "Ce champ");
