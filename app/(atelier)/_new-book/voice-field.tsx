import type { ChangeEventHandler } from "react";
import { useVoices } from "#app/_components/data/voices.ts";
import { control, Field } from "#app/_components/ui/field.tsx";
import { Link } from "#app/_components/ui/link.tsx";

type VoiceFieldProps = {
  value: string;
  onChange: ChangeEventHandler<HTMLSelectElement>;
  error?: string | undefined;
};

/** Chooses the voice that a book is written in. */
export function VoiceField({ value, onChange, error }: VoiceFieldProps) {
  const { data, error: unread } = useVoices();
  const voices = data?.items ?? [];
  const make = (
    <Link href="/voices" className="underline decoration-line underline-offset-4 hover:text-ink">
      {voices.length > 0 ? "Voir et corriger les voix" : "Faire une voix d’un de vos textes"}
    </Link>
  );
  return (
    <Field name="voice" label="Voix" error={error} hint={unread ? "Les voix n’ont pas pu être lues." : make}>
      {(props) => (
        <select {...props} value={value} onChange={onChange} autoComplete="off" className={control()}>
          <option value="">Aucune</option>
          {voices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
