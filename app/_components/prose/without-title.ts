const bare = (text: string) =>
  text
    .replace(/[#*_`\s]+/g, " ")
    .trim()
    .toLocaleLowerCase("fr");

/** The chapter without the H1 it starts with, when that says what the page already shows as its title. */
export function withoutTitle(markdown: string, title: string): string {
  const match = /^\s*#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\r?\n|$)/.exec(markdown);
  if (!match?.[1]) return markdown;
  const heading = bare(match[1]);
  const own = bare(title);
  return heading === own || heading.endsWith(own) ? markdown.slice(match[0].length) : markdown;
}
