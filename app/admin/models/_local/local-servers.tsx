"use client";

import { Button } from "#app/_components/ui/button.tsx";
import { Toggle } from "#app/_components/ui/toggle.tsx";
import type { ModelSettingsView } from "#lib/contract/model.ts";
import { useSettingsChange } from "../_default/use-settings-change.ts";

/** Says whether servers of this machine are looked for, and changes it. */
export function LocalServers({ settings }: { settings: ModelSettingsView }) {
  const { change, busy, failure } = useSettingsChange();
  const { enabled, source } = settings.local_servers;
  const set = (local_servers: boolean | null) => busy || change({ local_servers }, "Réglage enregistré");
  return (
    <section aria-labelledby="locaux">
      <h2 id="locaux" className="border-b border-line pb-2 text-lg">
        Serveurs locaux
      </h2>
      <div className="mt-4">
        <Toggle
          label="Chercher sur cette machine"
          hint={`Ollama, LM Studio, llama.cpp et vLLM, à leur port habituel · ${source === "page" ? "défini ici" : "valeur par défaut"}`}
          checked={enabled}
          onChange={set}
        />
      </div>
      {source === "page" && (
        <Button look="bare" className="mt-2" busy={busy} onClick={() => set(null)}>
          Revenir à la valeur par défaut
        </Button>
      )}
      {failure && (
        <p role="alert" className="mt-2 text-[0.8125rem] font-medium text-fail">
          {failure}
        </p>
      )}
    </section>
  );
}
