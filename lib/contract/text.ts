import { z } from "zod";
import fr from "zod/v4/locales/fr.js";
import { toDate } from "./timestamp.ts";

z.config(fr());

const unstorable = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Accepts what Postgres can store: no NUL, no lone surrogate. */
export const storable = () =>
  z.string().refine((text) => !unstorable.test(text), "contient un caractère NUL ou un demi-caractère Unicode isolé");

export const text = (max: number) => storable().max(max, `attend ${max} caractères au plus`);

export const required = (max: number) => text(max).refine((value) => value.trim() !== "", "ne peut pas être vide");

export const whole = (min: number, max: number) => {
  const message = `attend un nombre entier de ${min} à ${max}`;
  return z.number(message).int(message).min(min, message).max(max, message);
};

/** Accepts an array in JSON, and values separated by commas in a URL. */
export const several = <Item extends z.ZodType<unknown, string>>(item: Item) =>
  z
    .union([z.string(), z.array(z.string())], "attend une liste séparée par des virgules")
    .transform((value, context): z.infer<Item>[] => {
      const parts = typeof value === "string" ? value.split(",").filter((part) => part !== "") : value;
      const read = parts.map((part) => item.safeParse(part));
      // The issue names the field, not an index in it: a URL has none.
      const problem = read.find(({ error }) => error)?.error?.issues[0];
      if (problem) context.addIssue({ code: "custom", message: problem.message });
      return read.flatMap(({ data }) => (data === undefined ? [] : [data]));
    });

export const makeStorable = (text: string) => text.replaceAll("\0", "").toWellFormed();

/** Non-breaking spaces stay: they are typography. */
export const toOneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp} ]+/gu, " ").trim();

const timestamp = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?$/;

/** `Date` reads the 30th of February as the 2nd of March. */
function isOnCalendar(text: string): boolean {
  const [year, month, day] = text.slice(0, 10).split("-").map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

export const Timestamp = z
  .string()
  .refine(
    (text) => timestamp.test(text) && isOnCalendar(text) && !Number.isNaN(toDate(text).getTime()),
    "n’est pas une date ISO 8601",
  );
