import { expect, test } from "vitest";
import { BookRequest } from "./book.ts";
import { genres } from "./values.ts";

const order = (fields: object) => ({ topic: "Les phares", goal: "Comprendre", ...fields });
const pathsOf = (fields: object) =>
  BookRequest.safeParse(order(fields)).error?.issues.map(({ path }) => path.join(".")) ?? [];

/** So many arrays, one in another. */
const nested = (depth: number) => JSON.parse(`${"[".repeat(depth)}${"]".repeat(depth)}`);

test("un identifiant donné se lit dans toute adresse", () => {
  for (const jobId of ["cmh3abc", "a", "-", "_", "...", "a.b:c-d_e", "essai-test-1", "Test-1", "x".repeat(255)])
    expect(BookRequest.parse(order({ jobId })).jobId).toBe(jobId);
  for (const jobId of ["", ".", "..", "test-1", "a/b", "a b", "é", "a%20b", "a\n", "a\0", "x".repeat(256), 12, null])
    expect(pathsOf({ jobId }), String(jobId)).toEqual(["jobId"]);
});

test("ce que le client joint est un objet de 4 Kio au plus, rendu tel quel", () => {
  const atLimit = { note: "é".repeat((4096 - '{"note":""}'.length - 1) / 2), n: undefined };
  const awkward = JSON.parse('{"__proto__": {"x": 1}, "z": 1, "a": [null, 1e20, "\\u0000", "\\ud800"], "": {}}');
  for (const metadata of [{}, { organizationId: null }, atLimit, awkward, { deep: nested(1000) }])
    expect(BookRequest.parse(order({ metadata })).metadata).toBe(metadata);
  for (const metadata of [null, [], "x", 3, { note: "é".repeat(2045) }, { deep: nested(100_000) }])
    expect(pathsOf({ metadata })).toEqual(["metadata"]);
});

test("les autres champs du client d’origine ont leurs bornes, et un champ inconnu est refusé", () => {
  expect(BookRequest.parse(order({ userId: "u".repeat(255) })).userId).toHaveLength(255);
  for (const userId of ["", "  ", "u".repeat(256), 7, null, "a\0"]) expect(pathsOf({ userId })).toEqual(["userId"]);
  for (const webhookUrl of [null, 3, `http://localhost/${"x".repeat(2048)}`])
    expect(pathsOf({ webhookUrl })).toEqual(["webhookUrl"]);
  expect(pathsOf({ bookId: "b" })).toEqual([""]);
});

test("le genre est un de ceux qui s’écrivent, un essai quand rien n’est dit", () => {
  expect(BookRequest.parse(order({})).genre).toBe("essay");
  for (const genre of genres) expect(BookRequest.parse(order({ genre })).genre).toBe(genre);
  for (const genre of ["", "Essay", "roman", null, 3, ["essay"]]) {
    const issues = BookRequest.safeParse(order({ genre })).error?.issues;
    expect(issues, String(genre)).toMatchObject([
      {
        path: ["genre"],
        message: "attend essay, technical, course, practical, fiction, poetry, children ou reference",
      },
    ]);
  }
});

test("les chapitres sont un nombre, ou le plan de l’auteur", () => {
  const plan = [{ title: " Introduction " }, { title: "Suite", description: "", key_points: [] }];
  for (const chapters of [undefined, 1, 30, plan, Array.from({ length: 30 }, (_, n) => ({ title: `Chapitre ${n}` }))])
    expect(BookRequest.parse(order({ chapters })).chapters).toEqual(chapters);
  const refused: [unknown, string][] = [
    [0, "chapters"],
    [31, "chapters"],
    [2.5, "chapters"],
    ["3", "chapters"],
    [null, "chapters"],
    [{}, "chapters"],
    [[], "chapters"],
    [Array.from({ length: 31 }, (_, n) => ({ title: `Chapitre ${n}` })), "chapters"],
    [["Introduction"], "chapters.0"],
    [[{ title: "a" }, {}], "chapters.1.title"],
    [[{ title: " " }], "chapters.0.title"],
    [[{ title: "deux\nlignes" }], "chapters.0.title"],
    [[{ title: "x".repeat(256) }], "chapters.0.title"],
    [[{ title: "a\0" }], "chapters.0.title"],
    [[{ title: "Été" }, { title: "ete !" }], "chapters.1.title"],
    [[{ title: "a", description: "x".repeat(2001) }], "chapters.0.description"],
    [[{ title: "a", key_points: [""] }], "chapters.0.key_points.0"],
    [[{ title: "a", content: "déjà écrit" }], "chapters.0"],
  ];
  for (const [chapters, path] of refused) expect(pathsOf({ chapters }), JSON.stringify(chapters)).toEqual([path]);
});

test("une pause après chaque chapitre demande des chapitres dans l’ordre, et le champ est nommé", () => {
  for (const fields of [{}, { continuity: "parallel" }, { continuity: "sequential", pause_after_chapter: true }])
    expect(BookRequest.parse(order(fields))).toMatchObject(fields);
  for (const continuity of ["series", "", null, true, 1]) expect(pathsOf({ continuity })).toEqual(["continuity"]);
  for (const pause_after_chapter of ["oui", 1, null])
    expect(pathsOf({ continuity: "sequential", pause_after_chapter })).toEqual(["pause_after_chapter"]);
  for (const fields of [{}, { continuity: "parallel" }])
    expect(pathsOf({ ...fields, pause_after_chapter: true })).toEqual(["pause_after_chapter"]);
  expect(BookRequest.parse(order({ pause_after_chapter: false }))).toMatchObject({ pause_after_chapter: false });
});
