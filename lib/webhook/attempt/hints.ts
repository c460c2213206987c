import { makeStorable, toOneLine } from "../../contract/text.ts";
import { parseHttpDate } from "../../http-date.ts";
import { isEncoded } from "./encoding.ts";

const minSkewMs = 60_000;
const maxQuoteLength = 200;

/** @returns how many milliseconds a receiver’s clock is ahead of ours, by its `Date`; 0 up to a minute, or without one */
export function clockSkew(date: string | undefined, at: Date): number {
  const skew = parseHttpDate(date ?? "") - at.getTime();
  return Math.abs(skew) > minSkewMs ? skew : 0;
}

export function describeSkew(skew: number): string {
  const verb = skew > 0 ? "avance" : "retarde";
  return `l’horloge du récepteur ${verb} de ${Math.round(Math.abs(skew) / 1000)} s sur celle de Sorami. Mettez-les à l’heure.`;
}

function reasonIn(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return "";
    const { message, error, detail } = value as Record<string, unknown>;
    return [message, detail, error].find((one): one is string => typeof one === "string") ?? "";
  } catch {
    return "";
  }
}

export function quoteAnswer({ headers, body }: { headers: Record<string, string>; body: Buffer }): string {
  if (isEncoded(headers) || body.length > 16 * 1024) return "";
  const reason = toOneLine(makeStorable(reasonIn(body.toString("utf8"))));
  if (reason === "") return "";
  // Leaves out a surrogate pair that the cut would halve.
  const start = reason.slice(0, maxQuoteLength).replace(/[\ud800-\udbff]$/, "");
  return ` Il dit\u202f: «\u00a0${reason.length > maxQuoteLength ? `${start}…` : reason}\u00a0»`;
}
