import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, WidthType } from "docx";
import type { AlignType, Table as TableNode } from "mdast";
import { type ReferTo, writeInlines } from "./inlines.ts";

const sides = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };
const none = { style: BorderStyle.NONE };
const line = { style: BorderStyle.SINGLE, size: 4, color: "999999" };

const alignmentOf = (align: AlignType | undefined) => sides[align ?? "left"];

/** The first row is repeated on every page that the table goes on to. */
export function writeTable({ children: rows, align }: TableNode, referTo: ReferTo): Table {
  const columns = Math.max(1, ...rows.map(({ children }) => children.length));
  const width = { size: 100 / columns, type: WidthType.PERCENTAGE };
  const cellOf = (row: TableNode["children"][number], column: number, isHead: boolean) => {
    const children = writeInlines(row.children[column]?.children ?? [], referTo, isHead ? { bold: true } : {});
    const paragraph = new Paragraph({ style: "Tableau", alignment: alignmentOf(align?.[column]), children });
    return new TableCell({ width, children: [paragraph] });
  };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
    rows: rows.map(
      (row, index) =>
        new TableRow({
          cantSplit: true,
          ...(index === 0 && { tableHeader: true }),
          children: Array.from({ length: columns }, (_, column) => cellOf(row, column, index === 0)),
        }),
    ),
  });
}

/** A note of Word has no tables: its rows become lines. */
export const tableLines = ({ children: rows }: TableNode, referTo: ReferTo): Paragraph[] =>
  rows.map(({ children: cells }) => {
    const children = cells.flatMap(({ children: inside }, index) => [
      ...(index > 0 ? writeInlines([{ type: "text", value: " · " }], referTo) : []),
      ...writeInlines(inside, referTo),
    ]);
    return new Paragraph({ style: "FootnoteText", children });
  });
