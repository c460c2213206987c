import type { ComponentProps } from "react";
import { control, Field } from "#app/_components/ui/field.tsx";
import { type Genre, genreNames, genres, usualGenre } from "#lib/contract/values.ts";

const lines: Record<Genre, string> = {
  essay: "Des chapitres qui expliquent, avec des exemples.",
  technical: "Des termes exacts, du simple au difficile, le code à part.",
  course: "Des leçons qui s’achèvent par des exercices, puis leurs corrigés.",
  practical: "Des recettes ou des gestes\u202f: ce qu’il faut, les étapes, ce qui peut rater.",
  fiction: "Des scènes et des dialogues. Aucune recherche, aucune source.",
  poetry: "Des poèmes en vers. Leur longueur est libre, à moitié près.",
  children: "Des histoires à lire à voix haute, en phrases courtes.",
  reference: "Des entrées de même forme, où l’on cherche.",
};

/** The usual genre is not asked for. */
const choices = genres.map((genre) => ({ genre, value: genre === usualGenre ? "" : genre }));

type GenreFieldProps = {
  value: string;
  onChange: ComponentProps<"select">["onChange"];
  error?: string | undefined;
};

export function GenreField({ value, onChange, error }: GenreFieldProps) {
  const chosen = genres.find((genre) => genre === value) ?? usualGenre;
  return (
    <Field name="genre" label="Genre" error={error} hint={lines[chosen]}>
      {(props) => (
        <select {...props} value={value} onChange={onChange} autoComplete="off" className={control()}>
          {choices.map(({ genre, value: choice }) => (
            <option key={genre} value={choice}>
              {genreNames[genre]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
