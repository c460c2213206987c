/** How a body is encoded although we ask for it as it is: it is kept as it came, since decompressing has no bound. */
export function isEncoded(headers: Record<string, string> | null): string | undefined {
  const encoding = headers?.["content-encoding"]?.trim().toLowerCase();
  return encoding && encoding !== "identity" ? encoding.slice(0, 40) : undefined;
}

/** What to show instead of the bytes of an encoded body. */
export const encodedBody = (encoding: string) =>
  `[corps encodé en ${encoding}, gardé tel que reçu, jamais décompressé]`;
