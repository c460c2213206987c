import { renderHtml } from "../../document/html.ts";
import { completeMarkdown, paragraphsOfDraft } from "../../document/unfinished.ts";

/** Drops the fence around a draft and the marks of sources. */
const proseOf = (draft: string): string =>
  draft
    .replace(/^\s*(?:`{3,}|~{3,})[ \t]*(?:markdown|md|text)?[ \t]*\n/, "")
    .replace(/[ \u00a0\u202f]?\[s\d{1,4}(?:\s?,\s?s\d{1,4}){0,20}\]?/gi, "")
    .trimStart();

/** Renders only the paragraphs that changed since the last call. */
export function createParagraphs(title: string): (draft: string) => Promise<string[]> {
  let sources: string[] = [];
  let rendered: Promise<string>[] = [];
  return (draft) => {
    const parts = paragraphsOfDraft(proseOf(draft));
    const now = parts.map((part, index) => (index === parts.length - 1 ? completeMarkdown(part) : part));
    rendered = now.map((source, index) =>
      rendered[index] !== undefined && sources[index] === source
        ? rendered[index]
        : renderHtml(source, index === 0 ? title : "").then(({ html }) => html),
    );
    sources = now;
    return Promise.all(rendered);
  };
}
