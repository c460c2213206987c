import { mask } from "../secrets/mask.ts";

const names: Record<string, string> = { '"': "quot", "&": "amp", "'": "apos", "<": "lt", ">": "gt" };

/** A character as JSON, an address or a page may spell it. */
function spelled(character: string): string {
  if (/[A-Za-z0-9]/.test(character)) return character;
  const code = character.charCodeAt(0);
  const hex = code.toString(16).padStart(2, "0");
  const anyCase = [...hex].map((digit) => `[${digit}${digit.toUpperCase()}]`).join("");
  const page = [`#0*${code}`, `#[xX]0*${anyCase}`, ...(names[character] ? [names[character]] : [])].join("|");
  return `(?:\\\\?\\x${hex}|\\\\u00${anyCase}|%${anyCase}|&(?:${page});)`;
}

/** The longest first: one may begin with another. */
const patternOf = (secrets: string[]) =>
  new RegExp(
    secrets
      .toSorted((a, b) => b.length - a.length)
      .map((secret) => [...Buffer.from(secret).toString("latin1")].map(spelled).join(""))
      .join("|"),
    "g",
  );

/** Takes our secrets out of what a receiver echoes back, however it spells them; other bytes stay as they came. */
export function redact(bytes: Buffer, secrets: string[]): Buffer {
  if (secrets.length === 0) return bytes;
  const text = bytes.toString("latin1");
  const cleaned = text.replace(patternOf(secrets), Buffer.from(mask).toString("latin1"));
  return cleaned === text ? bytes : Buffer.from(cleaned, "latin1");
}
