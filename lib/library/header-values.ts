/** Reads a header that an intermediary may have sent twice: one value repeated is that value, others stay joined. */
export function readOnce(headers: Headers, name: string): string | null {
  const joined = headers.get(name);
  if (joined === null) return null;
  const [first = "", ...others] = joined.split(",").map((value) => value.trim());
  return others.every((value) => value === first) ? first : joined;
}

export function describeFault(name: string, value: string | null): string {
  if (!value) return `${name} absent.`;
  return value.includes(",")
    ? `${name} est arrivé plusieurs fois, avec des valeurs différentes\u202f: un intermédiaire l’a sans doute changé.`
    : `${name} mal formé.`;
}

/**
 * Reads the `v1` signatures of a `webhook-signature`, in their order. Lists are separated by spaces, but intermediaries
 * fold them: spaces, tabs and commas all separate, and what follows a version is of that version.
 * @returns each as `v1,<base64>`, without padding
 */
export function readSignatures(header: string): string[] {
  let version = "";
  return header.split(/[\s,]+/).flatMap((part) => {
    if (/^v\d+a?$/.test(part)) {
      version = part;
      return [];
    }
    return version === "v1" && part !== "" ? [withoutPadding(`v1,${part}`)] : [];
  });
}

export const withoutPadding = (signature: string) => signature.replace(/=+$/, "");
