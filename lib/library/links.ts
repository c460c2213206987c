/** How a link to the Web begins in Markdown: a book without one cites no source. */
export const linkStarts = ["](http", "](<http", "<http"];

/** Whether some chapter leads to a source. */
export const cites = (chapters: { content: string }[]): boolean =>
  chapters.some(({ content }) => linkStarts.some((start) => content.includes(start)));
