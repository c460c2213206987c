import type { Import } from "./imports.ts";
import { partOf } from "./levels.ts";

export type Graph = Map<string, Set<string>>;

/** Makes the graph of imports between parts; `nameOf` gives the part of a file, undefined for one left out. */
export function graphOf(imports: Import[], nameOf: (file: string) => string | undefined): Graph {
  const graph: Graph = new Map();
  for (const { from, to } of imports) {
    const above = nameOf(from);
    const below = nameOf(to);
    if (above === undefined || below === undefined || above === below) continue;
    graph.set(above, (graph.get(above) ?? new Set()).add(below));
  }
  return graph;
}

export const roomGraph = (imports: Import[], room: string): Graph => graphOf(imports, (file) => partOf(room, file));

/** All parts that a part imports, however indirectly; itself only when it is in a cycle. */
function reachable(graph: Graph, from: string): Set<string> {
  const seen = new Set<string>();
  const open = [...(graph.get(from) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(graph.get(next) ?? []));
  }
  return seen;
}

export const cyclicParts = (graph: Graph): string[] =>
  [...graph.keys()].filter((part) => reachable(graph, part).has(part));

/** Leaves out each arrow that a longer path replaces. The graph must have no cycle. */
export function withoutShortcuts(graph: Graph): [string, string][] {
  return [...graph].flatMap(([from, targets]) =>
    [...targets]
      .filter((to) => ![...targets].some((other) => other !== to && reachable(graph, other).has(to)))
      .map((to): [string, string] => [from, to]),
  );
}
