declare module "*/eld/src/languageDetector.js" {
  import type { eld } from "eld/medium";

  type Scores = Record<string, number>;

  export function createEld(): {
    instance: typeof eld;
    loadData: (data: { type: string; languages: Record<string, string>; ngrams: Record<string, Scores> }) => string;
  };
}
