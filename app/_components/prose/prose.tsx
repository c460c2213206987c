/** A chapter's text, as HTML of the server's. Its own title is left to the page. */
export function Prose({ html, dropCap = false }: { html: string; dropCap?: boolean }) {
  return (
    <div
      className={`prose ${dropCap ? "prose-drop-cap" : ""}`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: only `lib/document/render.ts` makes it, which sanitises the text's tree and writes every tag itself
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
