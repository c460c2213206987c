import Markdown from "react-markdown";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import { ScrollRegion } from "../ui/scroll-region.tsx";
import { withoutTitle } from "./without-title.ts";

/**
 * A chapter as sanitised Markdown: its text is not ours (contract §5). Its own title is left to the page,
 * so the headings inside it start at the second level.
 */
export function Prose({ markdown, title, dropCap = false }: { markdown: string; title: string; dropCap?: boolean }) {
  return (
    <div className={`prose ${dropCap ? "prose-drop-cap" : ""}`}>
      <Markdown
        remarkPlugins={[remarkGfm]}
        rehypePlugins={[rehypeSanitize]}
        components={{
          h1: "h2",
          table: ({ node: _node, ...props }) => (
            <ScrollRegion label="Tableau" className="prose-table">
              <table {...props} />
            </ScrollRegion>
          ),
          a: ({ node: _node, ...props }) => <a {...props} rel="noreferrer noopener nofollow" />,
        }}
      >
        {withoutTitle(markdown, title)}
      </Markdown>
    </div>
  );
}
