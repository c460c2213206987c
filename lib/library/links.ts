/** What begins a link to the Web in Markdown, or is the first mark of a file; a book without any cites no source. */
export const linkStarts = ["](http", "](<http", "<http", "\\[1\\]"];

export const citesSources = (chapters: { content: string }[]): boolean =>
  chapters.some(({ content }) => linkStarts.some((start) => content.includes(start)));
