/** A time without a zone is UTC, as in the seed's samples. */
export function toDate(text: string): Date {
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`;
  return new Date(zoned.replace(",", "."));
}
