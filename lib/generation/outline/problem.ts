/** What is wrong with a plan: in French for the person, in the book's language or English for the model that repairs it. */
export type Problem = { fr: string; en: string };
