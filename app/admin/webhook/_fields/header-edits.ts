/** Changes to the custom headers: lines being written, and names to remove. */
export type HeaderEdits = { added: { key: number; name: string; value: string }[]; removed: string[] };

export const noHeaderEdits: HeaderEdits = { added: [], removed: [] };

/** Converts the edits to the API's form: a header's new value, or null to remove it. Lines without a name are left out. */
export function changesOf({ added, removed }: HeaderEdits): Record<string, string | null> {
  const written = added.filter(({ name }) => name.trim() !== "").map(({ name, value }) => [name.trim(), value]);
  return Object.fromEntries([...removed.map((name) => [name, null]), ...written]);
}
