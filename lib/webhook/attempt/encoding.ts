export function isEncoded(headers: Record<string, string> | null): string | undefined {
  const encoding = headers?.["content-encoding"]?.trim().toLowerCase();
  return encoding && encoding !== "identity" ? encoding.slice(0, 40) : undefined;
}

export const encodedBody = (encoding: string) =>
  `[corps encodé en ${encoding}, gardé tel que reçu, jamais décompressé]`;
