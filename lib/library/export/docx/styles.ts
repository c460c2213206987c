import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions } from "docx";
import type { Edition } from "../edition.ts";

/** Word wants a country with its language. */
const locales: Record<Edition["language"], string> = {
  fr: "fr-FR",
  en: "en-US",
  es: "es-ES",
  de: "de-DE",
  it: "it-IT",
  pt: "pt-PT",
  nl: "nl-NL",
};

/** On every machine that has Word, and measured by what estimates the pages of the contents. */
const font = "Cambria";
const codeFont = "Courier New";

const heading = (size: number, before: number, more: object = {}) => ({
  run: { font, size, bold: false, color: "000000", ...more },
  paragraph: { keepNext: true, keepLines: true, spacing: { before, after: 160 }, alignment: AlignmentType.LEFT },
});

const paragraphs: IParagraphStyleOptions[] = [
  {
    id: "BodyText",
    name: "Body Text",
    basedOn: "Normal",
    quickFormat: true,
    paragraph: { alignment: AlignmentType.BOTH, spacing: { after: 120 } },
  },
  { id: "Quote", name: "Quote", basedOn: "BodyText", quickFormat: true, run: { italics: true } },
  {
    id: "Code",
    name: "Code",
    basedOn: "Normal",
    quickFormat: true,
    run: { font: codeFont, size: 18, noProof: true },
    paragraph: { spacing: { before: 80, after: 160, line: 240 }, alignment: AlignmentType.LEFT },
  },
  {
    id: "Tableau",
    name: "Tableau",
    basedOn: "Normal",
    run: { size: 20 },
    paragraph: { spacing: { before: 40, after: 40 } },
  },
  { id: "TOCHeading", name: "TOC Heading", basedOn: "Normal", ...heading(32, 0) },
  { id: "TOC1", name: "toc 1", basedOn: "Normal", paragraph: { spacing: { before: 80 } } },
  { id: "TOC2", name: "toc 2", basedOn: "Normal", run: { size: 20 }, paragraph: { indent: { left: 400 } } },
];

export function stylesIn(language: Edition["language"]): IStylesOptions {
  const text = { font, size: 22, language: { value: locales[language] } };
  return {
    default: {
      document: { run: text, paragraph: { spacing: { line: 300 } } },
      title: { run: { font, size: 56 }, paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 4000 } } },
      heading1: heading(36, 1200),
      heading2: heading(28, 400),
      heading3: heading(24, 320),
      heading4: heading(22, 280, { italics: true }),
      heading5: heading(22, 280, { italics: true }),
      heading6: heading(22, 280, { italics: true }),
      listParagraph: { paragraph: { spacing: { after: 60 } } },
    },
    paragraphStyles: paragraphs,
    characterStyles: [{ id: "CodeInline", name: "Code Inline", run: { font: codeFont, noProof: true } }],
  };
}
