/** Reads the version in an address (`?version=2`); undefined for the latest one, and for what is no number. */
export function readVersion(text: string | null): number | undefined {
  const version = /^\d{1,9}$/.test(text ?? "") ? Number(text) : 0;
  return version > 0 ? version : undefined;
}
