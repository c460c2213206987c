"use client";

import { useRefreshWebhook } from "#app/_components/data/endpoints.ts";
import { endpoints } from "#app/_components/data/keys.ts";
import { post } from "#app/_components/data/request.ts";
import { useEditForm } from "#app/_components/form/use-edit-form.ts";
import { Button } from "#app/_components/ui/button.tsx";
import { Disclosure } from "#app/_components/ui/disclosure.tsx";
import { control, Field } from "#app/_components/ui/field.tsx";
import { Notice } from "#app/_components/ui/notice.tsx";
import { toast } from "#app/_components/ui/toast.ts";
import type { EndpointSecret, EndpointView, KeyRotation } from "#lib/contract/endpoint.ts";
import { subjectOf } from "../_fields/subject-of.ts";
import { TextField } from "../_fields/text-field.tsx";
import { useShownOnce } from "./use-shown-once.ts";

const overlaps = [
  { hours: 24, words: "24 heures" },
  { hours: 0, words: "Aucun temps : tout de suite" },
  { hours: 1, words: "1 heure" },
  { hours: 6, words: "6 heures" },
  { hours: 72, words: "3 jours" },
  { hours: 168, words: "7 jours" },
].sort((one, other) => one.hours - other.hours);

type RotateProps = { endpoint: EndpointView; onDone: (secret: string | undefined) => void; onCancel: () => void };

/** Replaces the current key; the old ones go on signing for the overlap. */
export function Rotate({ endpoint, onDone, onCancel }: RotateProps) {
  const refresh = useRefreshWebhook();
  const [own = "", setOwn] = useShownOnce<string>();
  const { form, values, set, errors, failure, busy } = useEditForm({
    initial: { overlap_hours: 24, secret: own },
    toBody: ({ overlap_hours, secret }): KeyRotation => ({ overlap_hours, ...(secret && { secret }) }),
    subjectOf,
    send: (rotation: KeyRotation) => post<EndpointSecret>(endpoints.rotate(endpoint.id), rotation),
    onSaved: async ({ secret }) => {
      toast("La nouvelle clé signe");
      await refresh();
      onDone(secret);
    },
  });
  const { overlap_hours: hours } = values;
  return (
    <form {...form} aria-label="Remplacer la clé" className="space-y-4">
      {endpoint.keys.length > 0 && (
        <Field
          name="overlap_hours"
          label="L’ancienne signe encore"
          error={errors.overlap_hours}
          hint={
            hours === 0
              ? "Tout échoue jusqu’à ce que le récepteur ait la nouvelle : à réserver à une clé compromise."
              : "Le temps de donner la nouvelle au récepteur : les deux signent, la nouvelle d’abord."
          }
        >
          {(props) => (
            <select
              {...props}
              value={hours}
              onChange={(event) => set({ overlap_hours: Number(event.target.value) })}
              className={control()}
            >
              {overlaps.map((overlap) => (
                <option key={overlap.hours} value={overlap.hours}>
                  {overlap.words}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Disclosure label="Fournir ma propre clé">
        <div className="pt-2">
          <TextField
            name="secret"
            label="Clé"
            type="password"
            code
            value={own}
            onChange={setOwn}
            error={errors.secret}
            hint="Vide : Sorami en crée une au format whsec_."
            placeholder="whsec_…"
          />
        </div>
      </Disclosure>
      {failure && (
        <Notice kind="failed" live>
          {failure}
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary" busy={busy}>
          {endpoint.keys.length === 0 ? "Créer la clé" : "Remplacer"}
        </Button>
        <Button look="bare" onClick={onCancel}>
          Abandonner
        </Button>
      </div>
    </form>
  );
}
