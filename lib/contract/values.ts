/** Pages use these sets without loading a validator. */

export const jobStatuses = [
  "pending",
  "generating_outline",
  "awaiting_approval",
  "writing_chapters",
  "finalizing",
  "awaiting_budget",
  "completed",
  "failed",
  "cancelled",
] as const;

export const endedStatuses = ["completed", "failed", "cancelled"] as const satisfies (typeof jobStatuses)[number][];

export const isEnded = (status: (typeof jobStatuses)[number]) => endedStatuses.some((ended) => ended === status);

export const unfinishedStatuses = jobStatuses.filter((status) => !isEnded(status));

/** A person has to say something before the job goes on. */
export const awaitingStatuses = [
  "awaiting_approval",
  "awaiting_budget",
] as const satisfies (typeof jobStatuses)[number][];

export const isAwaiting = (status: (typeof jobStatuses)[number]) =>
  awaitingStatuses.some((awaiting) => awaiting === status);

export const continuities = ["parallel", "sequential"] as const;
export type Continuity = (typeof continuities)[number];

type Order = { continuity?: Continuity | undefined; genre?: Genre | undefined };

/** How the chapters of a book follow each other: those of a novel in order, unless its order says otherwise. */
export const continuityOf = ({ continuity, genre }: Order): Continuity =>
  continuity ?? (genre === "fiction" ? "sequential" : continuities[0]);

/** The first one is usual. */
export const bookLanguages = ["fr", "en", "es", "de", "it", "pt", "nl"] as const;

type Names = Record<(typeof bookLanguages)[number], string>;

/** As a French sentence names them: « en espagnol ». */
export const languageNames: Names = {
  fr: "français",
  en: "anglais",
  es: "espagnol",
  de: "allemand",
  it: "italien",
  pt: "portugais",
  nl: "néerlandais",
};

/** As those who read them name them. */
export const ownLanguageNames: Names = {
  fr: "Français",
  en: "English",
  es: "Español",
  de: "Deutsch",
  it: "Italiano",
  pt: "Português",
  nl: "Nederlands",
};

/** The kinds of book; the first one is usual. */
export const genres = [
  "essay",
  "technical",
  "course",
  "practical",
  "fiction",
  "poetry",
  "children",
  "reference",
] as const;

export type Genre = (typeof genres)[number];

export const usualGenre: Genre = genres[0];

export const genreNames: Record<Genre, string> = {
  essay: "Essai",
  technical: "Ouvrage technique",
  course: "Cours",
  practical: "Guide pratique",
  fiction: "Roman ou nouvelles",
  poetry: "Recueil de poèmes",
  children: "Livre pour enfants",
  reference: "Ouvrage de référence",
};

/** What a finished book became another one as. */
export const originKinds = ["translation", "sequel", "edition"] as const;

export const eventTypes = ["book.completed", "book.updated", "book.failed", "webhook.test"] as const;

/** A test goes where it is asked for. */
export const subscribedTypes = [
  "book.completed",
  "book.updated",
  "book.failed",
] as const satisfies (typeof eventTypes)[number][];

/** Stands for no choice. The default endpoint's receiver may be the seed's own, which knows finished books alone. */
export const usualTypes = (isDefault: boolean): (typeof subscribedTypes)[number][] =>
  isDefault ? ["book.completed"] : [...subscribedTypes];

export const deliveryStatuses = ["pending", "delivered", "failed", "disabled"] as const;

/** An HTTP status as an answer may have it, a class of them, or `none` for no answer. */
export const httpStatusPattern = /^([1-9]\d\d|[1-9]xx|none)$/;

export const verifications = ["signature", "secret", "none"] as const;

/** The order in which they are shown; an enum's own `options` put the numbers first. */
export const practiceBehaviours = ["ok", "500", "429", "410", "301", "drip", "hang", "reset", "garbage"] as const;

/** Providers of models whose key a page may set. */
export const keyProviders = ["openai", "mistral", "anthropic", "google", "gateway", "openai-compatible"] as const;

/** Who speaks in a text; `third` is also the impersonal. */
export const persons = ["first", "first_plural", "second", "second_plural", "third"] as const;
export type Person = (typeof persons)[number];

/** As a French sentence names them: « écrit à la première personne (je) ». */
export const personNames: Record<Person, string> = {
  first: "à la première personne (je)",
  first_plural: "à la première personne du pluriel (nous)",
  second: "à la deuxième personne (tu)",
  second_plural: "à la deuxième personne du pluriel (vous)",
  third: "à la troisième personne",
};

export const tenses = ["past", "present"] as const;
export type Tense = (typeof tenses)[number];

export const tenseNames: Record<Tense, string> = { past: "au passé", present: "au présent" };

export const manuscriptTypes = ["markdown", "docx", "epub"] as const;

/** What an author's own document is, told from its bytes; a text from Markdown, by its name. */
export const referenceTypes = ["pdf", "docx", "epub", "markdown", "text", "web"] as const;
