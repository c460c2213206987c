"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { control, Field } from "#app/_components/ui/field.tsx";
import type { WebhookSettings } from "#lib/contract/webhook.ts";
import { sourceOf } from "./source.ts";

type SecretFieldProps = {
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
  settings: WebhookSettings;
  required: boolean;
};

/** Written, never read back: the page only knows that a secret is set. */
export function SecretField({ value, onChange, error, settings, required }: SecretFieldProps) {
  const [shown, setShown] = useState(false);
  const isSet = settings.config.has_secret;
  const state = isSet
    ? `Un secret est défini (${sourceOf("secret", settings.sources.secret)}) ; il ne s’affiche plus. Écrivez-en un autre pour le remplacer.`
    : required
      ? "Aucun secret n’est défini : la production en demande un."
      : "Aucun secret n’est défini ; le développement s’en passe.";
  return (
    <Field name="secret" label="Secret partagé" error={error} hint={state}>
      {(props) => (
        <span className="relative block">
          <input
            {...props}
            type={shown ? "text" : "password"}
            autoComplete="new-password"
            spellCheck={false}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            placeholder={isSet ? "••••••••••••" : "whsec_…"}
            className={control({ voice: "code", className: "pr-12" })}
          />
          <button
            type="button"
            aria-pressed={shown}
            aria-label="Montrer ce que j’écris"
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0 right-0 flex w-11 items-center justify-center text-faint hover:text-ink"
          >
            {shown ? <EyeOff aria-hidden="true" className="size-4" /> : <Eye aria-hidden="true" className="size-4" />}
          </button>
        </span>
      )}
    </Field>
  );
}
