import { type Genre, usualGenre } from "../../contract/values.ts";
import { children } from "./children.ts";
import { course } from "./course.ts";
import { essay } from "./essay.ts";
import { fiction } from "./fiction.ts";
import { poetry } from "./poetry.ts";
import { practical } from "./practical.ts";
import { reference } from "./reference.ts";
import { technical } from "./technical.ts";
import type { Check, Traits } from "./traits.ts";

const traits: Record<Genre, Traits> = { essay, technical, course, practical, fiction, poetry, children, reference };

/** Without a genre, those of an essay. */
export const traitsOf = (genre: Genre = usualGenre): Traits => traits[genre];

export const isSpared = (genre: Genre | undefined, check: Check): boolean => traitsOf(genre).spares.includes(check);
