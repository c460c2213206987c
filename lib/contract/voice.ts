import { z } from "zod";
import { BookLanguage } from "./book.ts";
import { voiceLimits } from "./limits.ts";
import { ModelId } from "./model.ts";
import { foldText } from "./outline.ts";
import { required, text, whole } from "./text.ts";
import { persons, tenses } from "./values.ts";

const oneOf = (values: readonly string[]) => `attend ${values.slice(0, -1).join(", ")} ou ${values.at(-1)}`;
const shareAccepted = "attend une part de 0 à 1";
const words = z
  .array(required(voiceLimits.word))
  .max(voiceLimits.words, `attend ${voiceLimits.words} mots ou expressions au plus`);

/** Of a sample, or of a book: what can be counted of how it is written, apart from what is said in it. */
const counted = {
  person: z.enum(persons, { error: oneOf(persons) }).optional(),
  tense: z.enum(tenses, { error: oneOf(tenses) }).optional(),
  /** Mean words of a sentence, and their standard deviation. */
  sentence_words: whole(1, voiceLimits.sample.max).optional(),
  sentence_spread: whole(0, voiceLimits.sample.max).optional(),
  /** Mean words of a paragraph. */
  paragraph_words: whole(1, voiceLimits.sample.max).optional(),
  /** Of the words, 0 to 1, those that stand in lines of dialogue. */
  dialogue_share: z.number(shareAccepted).min(0, shareAccepted).max(1, shareAccepted).optional(),
};

const fields = {
  /** Of the sample and of the words; absent: of any book. */
  language: BookLanguage.optional(),
  ...counted,
  register: text(voiceLimits.register).optional(),
  description: text(voiceLimits.description).optional(),
  liked: words.optional(),
  avoided: words.optional(),
};

type Words = { liked?: string[] | undefined; avoided?: string[] | undefined };

function refuseBoth({ liked = [], avoided = [] }: Words, context: z.core.$RefinementCtx<unknown>) {
  const both = avoided.find((word) => liked.some((other) => foldText(other) === foldText(word)));
  if (both !== undefined)
    context.addIssue({
      code: "custom",
      path: ["avoided"],
      message: `«\u202f${both}\u202f» est aussi parmi les mots aimés`,
    });
}

const name = required(voiceLimits.name);
const hasSomething = ({ name: _name, model: _model, ...given }: Record<string, unknown>) =>
  Object.values(given).some((value) => value !== undefined && String(value).trim() !== "");

/** What is given wins over what the sample or the description tells; `model` reads them, else the usual one. */
export const VoiceCreate = z
  .strictObject({ name, sample: text(voiceLimits.sampleCharacters).optional(), ...fields, model: ModelId.optional() })
  .superRefine(refuseBoth)
  .refine(hasSomething, {
    path: ["sample"],
    message: "attend un extrait\u202f; sinon une description, ou les champs de la feuille",
  });
export type VoiceCreate = z.infer<typeof VoiceCreate>;

/** Replaces the whole sheet: what is left out is no longer asked of a book. */
export const VoiceUpdate = z
  .strictObject({
    version: z.number("attend la version que vous modifiez").int("attend un nombre entier"),
    name,
    ...fields,
  })
  .superRefine(refuseBoth);
export type VoiceUpdate = z.infer<typeof VoiceUpdate>;

/** How an author writes, as prompts say it and the quality sheet measures it. */
export const VoiceSheet = z.object({ name, ...fields });
export type VoiceSheet = z.infer<typeof VoiceSheet>;

/** What was counted in a text; what is absent could not be told. */
export const VoiceMeasure = z.object({ words: z.number().int(), sentences: z.number().int(), ...counted });
export type VoiceMeasure = z.infer<typeof VoiceMeasure>;

export const VoiceView = VoiceSheet.extend({
  id: z.string(),
  version: z.number().int(),
  /** Of the sample, which is not kept. */
  measured: VoiceMeasure.optional(),
  /** The model that judged the sample, or read the description. */
  read_by: z.string().optional(),
  /** Why no model did, as a French sentence. */
  problem: z.string().optional(),
  created_at: z.string(),
  updated_at: z.string(),
});
export type VoiceView = z.infer<typeof VoiceView>;

export const VoiceList = z.object({ items: z.array(VoiceView) });
export type VoiceList = z.infer<typeof VoiceList>;
