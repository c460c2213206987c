import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const folder = path.join(root, "docs/recevoir");

/** The least that a reader's project would say, and Deno as far as the sample uses it. */
const compilerOptions = {
  target: "es2022",
  lib: ["dom", "dom.iterable", "esnext"],
  module: "esnext",
  moduleResolution: "bundler",
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: ["node"],
};
const deno =
  "{ env: { get(name: string): string | undefined }; serve(handler: (request: Request) => Promise<Response>): void }";

export const readGuide = (name: string) => readFileSync(path.join(folder, name), "utf8");

export function sampleOf(guide: string, language: string): string {
  const sample = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(readGuide(guide))?.[1];
  if (sample === undefined) throw new Error(`${guide}: no sample in ${language}`);
  return sample;
}

export function writeSamples(into: string) {
  const files = {
    "route.ts": sampleOf("nextjs.md", "ts"),
    "index.ts": sampleOf("supabase.md", "ts"),
    "recepteur.mjs": sampleOf("express.md", "js"),
    "recepteur.py": sampleOf("fastapi.md", "python"),
    "n8n.json": readGuide("n8n.json"),
    "package.json": JSON.stringify({ type: "module" }),
    "tsconfig.json": JSON.stringify({ compilerOptions }),
    "deno.d.ts": `declare const Deno: ${deno};`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(into, name), text);
  symlinkSync(path.join(root, "node_modules"), path.join(into, "node_modules"));
}
