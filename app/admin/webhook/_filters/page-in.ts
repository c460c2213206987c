function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Finds the job or the book of a page's address; a browser may copy its id encoded. */
export function pageIn(text: string): { kind: "jobs" | "books"; id: string } | undefined {
  const [, kind, id] = /\/(jobs|books)\/([^/?#]+)/.exec(text) ?? [];
  return id ? { kind: kind === "books" ? "books" : "jobs", id: decode(id) } : undefined;
}
