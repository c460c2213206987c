/** Plain, so that every reading system and shop takes it: no floats, no negative margins, no fonts of its own. */
export const style = `body { margin: 0; padding: 0; }
p { margin: 0; text-indent: 1.2em; widows: 2; orphans: 2; overflow-wrap: break-word; }
h1 + p, h2 + p, h3 + p, h4 + p, h5 + p, h6 + p, blockquote p, li p, aside p, td p, hr + p, p:first-child { text-indent: 0; }
h1, h2, h3, h4, h5, h6 { font-weight: normal; line-height: 1.25; text-align: left; hyphens: none; page-break-after: avoid; break-after: avoid; overflow-wrap: break-word; }
h1 { font-size: 1.7em; margin: 2.5em 0 1.5em; }
h2 { font-size: 1.3em; margin: 1.8em 0 0.6em; }
h3 { font-size: 1.1em; margin: 1.5em 0 0.5em; }
h4, h5, h6 { font-size: 1em; font-style: italic; margin: 1.3em 0 0.4em; }
blockquote { margin: 1em 1.5em; }
blockquote p + p, li p + p, aside p + p { margin-top: 0.5em; }
ul, ol { margin: 0.8em 0; padding-left: 1.5em; }
ul.contains-task-list { list-style-type: none; padding-left: 0; }
li { margin: 0.25em 0; }
pre { margin: 1em 0; padding: 0.6em; border: 1px solid #999; font-size: 0.85em; line-height: 1.4; white-space: pre-wrap; overflow-wrap: break-word; }
code { font-family: monospace; overflow-wrap: break-word; }
table { margin: 1em 0; border-collapse: collapse; font-size: 0.9em; }
th, td { border-bottom: 1px solid #999; padding: 0.3em 0.8em 0.3em 0; text-align: left; vertical-align: top; }
th.center, td.center { text-align: center; }
th.right, td.right { text-align: right; }
hr { margin: 1.5em auto; width: 30%; border: 0; border-top: 1px solid #999; }
sup { font-size: 0.75em; line-height: 0; }
.notes { margin-top: 2.5em; border-top: 1px solid #999; padding-top: 0.8em; font-size: 0.9em; }
aside { margin: 0 0 0.6em; }
p.retour { text-indent: 0; }
nav ol { list-style-type: none; padding-left: 0; }
nav ol ol { padding-left: 1.4em; }
.titre h1 { margin-top: 30%; font-size: 2em; text-align: center; }
.titre p { text-align: center; text-indent: 0; }
.couverture { text-align: center; }
.couverture img { max-width: 100%; max-height: 100%; }
.colophon p { margin-top: 30%; text-align: center; text-indent: 0; font-style: italic; }
`;
