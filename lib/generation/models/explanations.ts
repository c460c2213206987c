import type { FailureCode } from "../failure.ts";
import { whereAddressIsSet, whereKeyIsSet, whereModelIsSet } from "./configured.ts";

const quoted = (model: string) => `«\u202f${model}\u202f»`;

type Explanation = { code: FailureCode; says: RegExp; sentence: (model: string) => string };

export const contextExceeded = (model: string): string =>
  `La demande ne tient pas dans la fenêtre de contexte de ${quoted(model)}\u202f: élargissez-la sur votre serveur (num_ctx d’Ollama, --ctx-size de llama.cpp), ou changez ${whereModelIsSet(model)}.`;

/** The end of a sentence on a failure that the next try may not meet. */
export const orLater = (model: string): string =>
  `reprenez la rédaction plus tard, ou changez ${whereModelIsSet(model)}`;

export const filtered = (model: string): string =>
  `Le filtre de contenu du fournisseur de ${quoted(model)} s’oppose à la demande\u202f: reformulez le sujet ou les consignes, ou changez ${whereModelIsSet(model)}.`;

export const outOfCredit = (model: string): string =>
  `Le compte du fournisseur n’a plus de crédit pour ${quoted(model)}\u202f: rechargez-le, ou changez ${whereModelIsSet(model)}.`;

/** The words by which providers name a cause, whatever the status of the answer; the first that fits is the cause. */
const explanations: Explanation[] = [
  {
    code: "region",
    says: /unsupported_country|countr(?:y|ies).{0,30}(?:not (?:allowed|supported)|blocked|restricted)|country, region,? or territory|location is not supported|not (?:available|supported|enabled|offered) in (?:your|this) (?:country|region|location)/i,
    sentence: (model) =>
      `Le fournisseur ne sert pas ${quoted(model)} au pays ou à la région de ce serveur\u202f: changez ${whereModelIsSet(model)}.`,
  },
  {
    code: "quota",
    says: /insufficient.?(?:quota|balance|funds|credits?)|billing_(?:hard_limit|not_active)|credit balance is too low|exceeded_current_quota|out of credits|included credits|usage limits?|key limit exceeded|budget (?:has been )?exceeded|spend(?:ing)? limit|requires more credits|arrearage|余额不足|欠费/i,
    sentence: outOfCredit,
  },
  {
    code: "context",
    says: /context.?(?:length|window|size)|maximum context|(?:exceeds?|exceeding|larger than) the (?:available |model.s )?(?:maximum )?context|(?:prompt|input|request|message)s?(?: \w+)? (?:(?:is|are) )?too (?:long|large)|too many (?:input |prompt )?tokens|input token count|input length.{0,40}exceed|prompt.{0,40}exceeds|reduce the length/i,
    sentence: contextExceeded,
  },
  {
    code: "withdrawn",
    says: /decommission|\b(?:was|were|been|is) (?:retired|sunset|discontinued)|model.{0,80}(?:\bretired|deprecated|discontinued|sunset|shut ?down|withdrawn|end.of.life|no longer (?:available|supported|exists?))|model_deprecated/i,
    sentence: (model) => `Le fournisseur a retiré le modèle ${quoted(model)}\u202f: changez ${whereModelIsSet(model)}.`,
  },
  {
    code: "loading",
    says: /loading model|model.{0,40}(?:is|still|currently) (?:being )?load(?:ing|ed)\b|no models? (?:is |are )?(?:currently )?loaded|model.{0,20}not (?:yet )?loaded/i,
    sentence: (model) =>
      `Le serveur n’a pas encore chargé le modèle ${quoted(model)}\u202f: chargez-le s’il ne le fait pas de lui-même, puis reprenez la rédaction.`,
  },
  {
    code: "filter",
    says: /content.?(?:filter|policy|management|moderation)|\bsafety\b|moderation|flagged|data_inspection_failed|inappropriate content|prohibited.?(?:content|use)|sensitive (?:content|words?)|content exists risk|usage polic/i,
    sentence: filtered,
  },
  {
    code: "model",
    says: /model.{0,80}(?:not found|does not exist|not exist|doesn.t exist|unknown)|model_not_found|(?:unknown|invalid|no such) model|is not a valid model/i,
    sentence: (model) => unknownModel(model),
  },
  {
    code: "key",
    says: /API_KEY_INVALID|API.?key (?:is )?(?:not valid|invalid|missing|expired|disabled|revoked)|(?:invalid|incorrect|expired|missing|wrong|no).{0,12}api.?key|auth(?:entication)? ?(?:.?error|fails|failed|credentials)|api.?key:? \S+ is invalid|invalid.{0,10}token\b/i,
    sentence: (model) => `Le fournisseur du modèle a refusé la clé\u202f: vérifiez ${whereKeyIsSet(model)}.`,
  },
];

export function unknownModel(model: string): string {
  const address = model.startsWith("openai-compatible:") ? ` et ${whereAddressIsSet(model)}` : "";
  return `Le fournisseur ne connaît pas le modèle ${quoted(model)}\u202f: vérifiez ${whereModelIsSet(model)}${address}.`;
}

export const explanationOf = (said: string): Explanation | undefined =>
  explanations.find(({ says }) => says.test(said));

/** Something else than a part of the request is to blame. */
export const isExplained = (said: string): boolean => explanationOf(said) !== undefined;
