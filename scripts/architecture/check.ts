import { cyclicParts, roomGraph } from "./graph.ts";
import type { Import } from "./imports.ts";
import { type Level, partOf } from "./levels.ts";

const isTest = (file: string) => /\.(test|spec)\.tsx?$/.test(file);
const treeOf = (file: string) => (file.includes("/") ? file.slice(0, file.indexOf("/")) : "root");

/** The trees that each tree may import besides itself; a test may also import `testing`. */
const allowedTrees: Record<string, string[]> = {
  app: ["lib"],
  lib: [],
  testing: ["lib"],
  tools: ["lib", "scripts", "testing"],
  e2e: ["lib", "testing"],
  scripts: ["lib", "testing"],
  prisma: [],
  root: ["lib", "scripts", "testing"],
};

/** Rooms that may not import each other, whatever their level. */
const separateRooms: [string, string][] = [
  ["lib/library/", "lib/webhook/"],
  ["lib/library/", "lib/generation/"],
  ["lib/generation/", "lib/library/"],
  ["lib/webhook/", "lib/generation/"],
  ["lib/webhook/", "lib/library/"],
];

function treeProblem({ from, to }: Import): string | undefined {
  const tree = treeOf(from);
  const target = treeOf(to);
  const allowed = [tree, ...(allowedTrees[tree] ?? []), ...(isTest(from) ? ["testing"] : [])];
  if (!allowed.includes(target)) return `${from} imports ${to}: ${tree} does not import ${target}`;
  if (from === "scripts/serve.ts" && target === "testing") return `${from} imports ${to}: production imports no test`;
  if (isTest(from)) return undefined;
  const pair = separateRooms.find(([one, other]) => from.startsWith(one) && to.startsWith(other));
  return pair && `${from} imports ${to}: these rooms meet over HTTP alone`;
}

function levelProblem({ from, to }: Import, room: string, levels: Level[]): string | undefined {
  const above = partOf(room, from);
  const below = partOf(room, to);
  if (above === undefined || below === undefined || above === below) return undefined;
  const rank = (part: string) => levels.findIndex(({ name }) => name === part);
  return rank(above) < rank(below) ? undefined : `${from} imports ${to}: ${below} is not below ${above} in ${room}`;
}

/** Every import that goes the wrong way, and every part without a level or level without a part, as sentences. */
export function findProblems(files: string[], imports: Import[], rooms: Record<string, Level[]>): string[] {
  const production = imports.filter(({ from }) => !isTest(from));
  const ofRooms = Object.entries(rooms).flatMap(([room, levels]) => {
    const inRoom = files.filter((file) => !isTest(file)).map((file) => partOf(room, file));
    const parts = new Set(inRoom.filter((part) => part !== undefined));
    const names = new Set(levels.map(({ name }) => name));
    return [
      ...[...parts].filter((part) => !names.has(part)).map((part) => `${room}/${part} has no level`),
      ...[...names].filter((name) => !parts.has(name)).map((name) => `${room} has a level ${name}, but no such part`),
      ...production.map((one) => levelProblem(one, room, levels)),
    ];
  });
  const others = new Set(files.map((file) => file.split("/").slice(0, 2).join("/")).filter((room) => !(room in rooms)));
  const ofOthers = [...others].flatMap((room) =>
    cyclicParts(roomGraph(production, room)).map((part) => `${room}/${part} imports itself through others of its room`),
  );
  return [...imports.map(treeProblem), ...ofRooms, ...ofOthers].filter((problem) => problem !== undefined);
}
