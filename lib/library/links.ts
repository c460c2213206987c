/** The beginnings of a link to the Web in Markdown; a book without any cites no source. */
export const linkStarts = ["](http", "](<http", "<http"];

export const citesSources = (chapters: { content: string }[]): boolean =>
  chapters.some(({ content }) => linkStarts.some((start) => content.includes(start)));
