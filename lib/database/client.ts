import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "../env.ts";
import { perProcess } from "../per-process.ts";
import type { EmbeddedDatabase } from "./embedded.ts";
import { type Prisma, PrismaClient } from "./generated/client.ts";

export type Transaction = Prisma.TransactionClient;

type Database = { prisma: PrismaClient; pglite?: EmbeddedDatabase };

const opened = perProcess<Database>("database", () => {
  const url = env().DATABASE_URL;
  if (!url) throw new Error("La base embarquée n’est pas ouverte : elle l’est par npm start ou npm run dev.");
  return { prisma: new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) }) };
});

export function setDatabase(database: Database) {
  opened.set(database);
}

/** `openDatabase` opens the embedded database; a server's client opens at first use. */
export const db = (): PrismaClient => opened.get().prisma;

export const embedded = (): EmbeddedDatabase | undefined => opened.get().pglite;

/** Every call inside, the queue's too, must use `tx`: any other waits forever for the embedded connection. */
export function transaction<T>(change: (tx: Transaction) => Promise<T>): Promise<T> {
  return db().$transaction(change, { maxWait: 30_000, timeout: 30_000 });
}

export async function closeDatabase() {
  const database = opened.peek();
  opened.clear();
  await database?.prisma.$disconnect();
  await database?.pglite?.close();
}
