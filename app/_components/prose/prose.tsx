type ProseProps = { html: string; language?: string | undefined; dropCap?: boolean };

/** A chapter's text, as HTML of the server's, hyphenated in its language. Its own title is left to the page. */
export function Prose({ html, language, dropCap = false }: ProseProps) {
  return (
    <div
      lang={language}
      className={`prose ${dropCap ? "prose-drop-cap" : ""}`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: only `lib/document/render.ts` makes it, which sanitises the text's tree and writes every tag itself
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
