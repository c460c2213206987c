/** The encoding of a body that was asked for as it is. It is kept as it came, since decompressing has no bound. */
export function isEncoded(headers: Record<string, string> | null): string | undefined {
  const encoding = headers?.["content-encoding"]?.trim().toLowerCase();
  return encoding && encoding !== "identity" ? encoding.slice(0, 40) : undefined;
}

/** Stands for the bytes of an encoded body where they are shown. */
export const encodedBody = (encoding: string) =>
  `[corps encodé en ${encoding}, gardé tel que reçu, jamais décompressé]`;
