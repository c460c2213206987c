import { graphOf, roomGraph, withoutShortcuts } from "./graph.ts";
import type { Import } from "./imports.ts";
import type { Level } from "./levels.ts";

/** The rooms of the picture, from orders of books down to the database. */
const drawn = ["generation", "library", "webhook", "document", "queue", "http-client", "database", "contract"];

function roomOf(file: string): string | undefined {
  const [tree, room = ""] = file.split("/");
  if (tree === "app") return "app";
  return tree === "lib" && drawn.includes(room) ? room : undefined;
}

function picture(imports: Import[]): string {
  const arrows = withoutShortcuts(graphOf(imports, roomOf)).sort();
  return ["```mermaid", "flowchart TD", ...arrows.map(([from, to]) => `  ${from} --> ${to}`), "```"].join("\n");
}

function table(imports: Import[], room: string, levels: Level[]): string {
  const graph = roomGraph(imports, room);
  const rows = levels.map(({ name, purpose }) => {
    const uses = levels.filter((other) => graph.get(name)?.has(other.name)).map((other) => other.name);
    return `| \`${name}\` | ${purpose} | ${uses.join(", ")} |`;
  });
  return [`### ${room}`, "", "| part | what it does | imports |", "| --- | --- | --- |", ...rows].join("\n");
}

/** The generated half of docs/architecture.md. @param imports of production code alone */
export const draw = (imports: Import[], rooms: Record<string, Level[]>): string =>
  [picture(imports), ...Object.entries(rooms).map(([room, levels]) => table(imports, room, levels))].join("\n\n");
