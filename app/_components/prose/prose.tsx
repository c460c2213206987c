import Markdown from "react-markdown";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import { ScrollRegion } from "../ui/scroll-region.tsx";
import { withoutTitle } from "./without-title.ts";

/** The only ids come from footnotes, and are already set apart: set apart twice, their links would lead nowhere. */
const schema = { ...defaultSchema, clobberPrefix: "" };

const footnotes = {
  footnoteLabel: "Notes",
  footnoteBackLabel: (reference: number, again: number) =>
    `Retour à l’appel de note ${reference + 1}${again > 1 ? ` (${again})` : ""}`,
};

/**
 * A chapter as sanitised Markdown: its text is not ours (contract §5). Its own title is left to the page,
 * so the headings inside it start at the second level.
 */
export function Prose({ markdown, title, dropCap = false }: { markdown: string; title: string; dropCap?: boolean }) {
  return (
    <div className={`prose ${dropCap ? "prose-drop-cap" : ""}`}>
      <Markdown
        remarkPlugins={[remarkGfm]}
        rehypePlugins={[[rehypeSanitize, schema]]}
        remarkRehypeOptions={footnotes}
        components={{
          h1: "h2",
          table: ({ node: _node, ...props }) => (
            <ScrollRegion label="Tableau" className="prose-table">
              <table {...props} />
            </ScrollRegion>
          ),
          pre: ({ node: _node, ...props }) => (
            <ScrollRegion label="Code" className="prose-code">
              <pre {...props} />
            </ScrollRegion>
          ),
          input: ({ node: _node, checked }) => <TaskMark done={checked === true} />,
          img: ({ node: _node, src, alt }) =>
            // biome-ignore lint/performance/noImgElement: its size and host are the book's
            src && <img src={src} alt={alt ?? ""} loading="lazy" referrerPolicy="no-referrer" />,
          a: ({ node: _node, ...props }) => <a {...props} rel="noreferrer noopener nofollow" />,
        }}
      >
        {withoutTitle(markdown, title)}
      </Markdown>
    </div>
  );
}

/** A box of a task list, which nobody can tick here. */
const TaskMark = ({ done }: { done: boolean }) => (
  <span role="img" aria-label={done ? "fait" : "à faire"}>
    {done ? "☑" : "☐"}
  </span>
);
