import { mask } from "../secrets/mask.ts";

const entityNames: Record<string, string> = { '"': "quot", "&": "amp", "'": "apos", "<": "lt", ">": "gt" };

function patternOf(character: string): string {
  if (/[A-Za-z0-9]/.test(character)) return character;
  const code = character.charCodeAt(0);
  const hex = code.toString(16).padStart(2, "0");
  const anyCase = [...hex].map((digit) => `[${digit}${digit.toUpperCase()}]`).join("");
  const entity = [`#0*${code}`, `#[xX]0*${anyCase}`, ...(entityNames[character] ? [entityNames[character]] : [])].join(
    "|",
  );
  return `(?:\\\\?\\x${hex}|\\\\u00${anyCase}|%${anyCase}|&(?:${entity});)`;
}

const patternOfAny = (secrets: string[]) =>
  new RegExp(
    secrets
      .toSorted((a, b) => b.length - a.length)
      .map((secret) => [...Buffer.from(secret).toString("latin1")].map(patternOf).join(""))
      .join("|"),
    "g",
  );

export function redact(bytes: Buffer, secrets: string[]): Buffer {
  if (secrets.length === 0) return bytes;
  const text = bytes.toString("latin1");
  const cleaned = text.replace(patternOfAny(secrets), Buffer.from(mask).toString("latin1"));
  return cleaned === text ? bytes : Buffer.from(cleaned, "latin1");
}
