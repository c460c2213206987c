import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { logger } from "../logger.ts";
import type { Block } from "./document.ts";
import { createThreads } from "./pool.ts";
import type { Rendered } from "./render.ts";

type Parsed = { plain: boolean; blocks: Block[] };

let threads: ReturnType<typeof createThreads>;
beforeAll(() => {
  threads = createThreads({ memoryMb: 48 });
});
afterAll(() => threads.close());
afterEach(() => vi.restoreAllMocks());

const parse = async (source: string, timeoutMs?: number): Promise<Parsed> =>
  JSON.parse(await threads.run<string>("parse", { source }, timeoutMs));

const firstType = async (source: string) => (await parse(source)).blocks[0]?.node.type;

/** Within the bounds of a text, and with few nodes: it is parsed as any other if there is time, and room. */
const costly = (words: number) => `# Un *titre*\n\n${"a &amp; ".repeat(words)}`;
const long = costly(15_000);
const large = costly(60_000);
/** Less processor time than the long text needs, on any machine. */
const tooShortMs = 20;

const shown = async (source: string, timeoutMs?: number) =>
  (await threads.run<Rendered>("render", { source, title: "" }, timeoutMs)).html;

test.each([
  ["le temps", long, tooShortMs, /AbortError|Timeout/],
  ["la mémoire", large, undefined, /memory limit/],
])(
  "un texte qui dépasse %s se garde et se montre tel quel, et les autres textes se lisent",
  async (_name, source, timeoutMs, reason) => {
    const warned = vi.spyOn(logger, "warn");
    // Both threads are there: it is the text that takes too much, not their start.
    await Promise.all([parse("a"), parse("b")]);
    const beside = ["# a", "- b", "> c"].map(firstType);
    const { plain, blocks } = await parse(source, timeoutMs);
    expect(plain).toBe(true);
    expect(blocks.map(({ start, end }) => source.slice(start, end))).toEqual(source.trim().split("\n\n"));
    expect(await shown(source, timeoutMs)).toContain(
      '<p class="prose-plain"># Un *titre*</p>\n<p class="prose-plain">a &#x26;amp; a',
    );
    expect(JSON.stringify(warned.mock.calls)).toMatch(reason);
    expect(await Promise.all(beside)).toEqual(["heading", "list", "blockquote"]);
    expect(await firstType("# a")).toBe("heading");
  },
);

test("le même texte se lit quand il a du temps et de la place", async () => {
  const roomy = createThreads();
  const parsed: Parsed = JSON.parse(await roomy.run<string>("parse", { source: long }, 300_000));
  await roomy.close();
  expect(parsed.plain).toBe(false);
}, 300_000);
