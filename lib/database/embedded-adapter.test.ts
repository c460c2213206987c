import type { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { watchEventLoopBlocking } from "#testing/machine/event-loop.ts";
import { openEmbedded } from "./embedded.ts";
import { EmbeddedAdapter } from "./embedded-adapter.ts";
import { PrismaClient } from "./generated/client.ts";

let pglite: PGlite;
let prisma: PrismaClient;

beforeAll(async () => {
  pglite = await openEmbedded();
  await pglite.exec(`
    CREATE TABLE parent (id int PRIMARY KEY);
    CREATE TABLE child (id int REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
  `);
  prisma = new PrismaClient({ adapter: new EmbeddedAdapter(pglite) });
});
afterAll(async () => {
  await prisma.$disconnect();
  await pglite.close();
});

test("une validation qui échoue n’est pas annoncée comme réussie", async () => {
  const doomed = prisma.$transaction((tx) => tx.$executeRaw`INSERT INTO child VALUES (1)`);
  await expect(doomed).rejects.toThrow();
  expect(await prisma.$queryRaw`SELECT count(*)::int AS n FROM child`).toEqual([{ n: 0 }]);
});

test("la suivante passe, et plusieurs à la fois restent chacune à leur compte", async () => {
  const outcomes = await Promise.allSettled(
    [1, 2, 3, 4].map((id) =>
      prisma.$transaction(async (tx) => {
        if (id % 2) await tx.$executeRaw`INSERT INTO parent VALUES (${id})`;
        await tx.$executeRaw`INSERT INTO child VALUES (${id})`;
      }),
    ),
  );
  expect(outcomes.map((outcome) => outcome.status)).toEqual(["fulfilled", "rejected", "fulfilled", "rejected"]);
  expect(await prisma.$queryRaw`SELECT id FROM child ORDER BY id`).toEqual([{ id: 1 }, { id: 3 }]);
});

test("mille ordres qui se suivent, seuls ou en transactions, ne retiennent pas la boucle d’événements", async () => {
  const readFourTimes = () =>
    prisma.$transaction(
      async (tx) => {
        for (let nth = 0; nth < 4; nth++) await tx.$queryRaw`SELECT ${nth}::int`;
      },
      { maxWait: 30_000, timeout: 30_000 },
    );
  await readFourTimes();
  const watch = watchEventLoopBlocking();
  for (let nth = 0; nth < 300; nth++) await pglite.query("SELECT $1::int", [nth]);
  await Promise.all(Array.from({ length: 300 }, () => pglite.exec("SELECT 1")));
  await Promise.all(Array.from({ length: 100 }, readFourTimes));
  expect(watch.stop()).toBeLessThan(80);
});
