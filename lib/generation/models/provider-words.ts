import { z } from "zod";
import { knownKeys } from "../model-settings/settings.ts";

const maxCharacters = 300;
const maxReadCharacters = 20_000;

const text = z.string().optional().catch(undefined);
/** The places where providers put their sentence. */
const Said = z.looseObject({
  message: text,
  msg: text,
  detail: z.unknown().optional(),
  error: z.unknown().optional(),
  errors: z.unknown().optional(),
  metadata: z.unknown().optional(),
  raw: text,
});

function sentencesOf(said: unknown, depth = 0): string[] {
  if (typeof said === "string") return [said];
  if (depth > 4) return [];
  if (Array.isArray(said)) return said.slice(0, 3).flatMap((one) => sentencesOf(one, depth + 1));
  const { data } = Said.safeParse(said);
  if (!data) return [];
  const { message, msg, raw, metadata, ...inner } = data;
  const own = [message ?? msg, raw].filter((one) => one !== undefined);
  const nested = own.length > 0 ? [metadata] : [inner.error, inner.detail, inner.errors, metadata];
  return [
    ...own,
    ...nested
      .filter((one) => typeof one !== "string" || own.length === 0)
      .flatMap((one) => sentencesOf(one, depth + 1)),
  ];
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const secretLooks =
  /\b(?:bearer|basic)\s+[^\s"',;]+|\b(?:sk|pk|rk|gsk|xai|hf|r8|nvapi|pplx|key)[-_][\w*.-]{4,}|\bAIza[\w*-]+|\beyJ[\w-]+\.[\w.-]+|(?<=\b(?:api[-_]?key|key|token|secret|password)=)[^\s&"']+|(?<=:\/\/)[^\s/@]+(?=@)|(?<![\w-])(?=[\w*-]*\d)[\w*-]{32,}/gi;

/** Providers quote a key, whole or with stars in its middle. */
export function withoutSecrets(words: string): string {
  return knownKeys()
    .reduce((masked, secret) => masked.replaceAll(secret, "***"), words)
    .replace(secretLooks, "***");
}

const strip = (markup: string) =>
  /^\s*<(?:!doctype|html|\?xml)/i.test(markup)
    ? (/<title[^>]*>([^<]*)/i.exec(markup)?.[1] ?? "")
    : markup.replace(/^[{[].*/s, "");

/** @returns foreign words on one line, within a message, without secrets */
export function bounded(words: string, max = maxCharacters): string {
  const line = withoutSecrets(words.slice(0, maxReadCharacters).replace(/\s+/g, " ").trim());
  return line.length > max ? `${line.slice(0, max)}…` : line;
}

/** @returns the provider's own sentence; empty when its answer has none */
export function providerWords(body: string): string {
  const read = body.slice(0, maxReadCharacters);
  const said = parse(read);
  return bounded(said === undefined ? strip(read) : [...new Set(sentencesOf(said))].join(" "));
}
