"use client";

import { useModelSettings, useModels } from "#app/_components/data/models.ts";
import { groupModels } from "#app/_components/model/describe-model.ts";
import { Failure } from "#app/_components/ui/failure.tsx";
import { SkeletonBlock } from "#app/_components/ui/skeleton.tsx";
import { Default } from "../_default/default.tsx";
import { Keys } from "../_keys/keys.tsx";
import { LocalServers } from "../_local/local-servers.tsx";
import { Thinking } from "../_thinking/thinking.tsx";
import { ModelRow } from "./model-row.tsx";

export function Models() {
  const list = useModels();
  const settings = useModelSettings();
  const error = list.error ?? settings.error;
  if (!list.data || !settings.data) {
    if (!error)
      return <SkeletonBlock label="Recherche des modèles" className="mt-9 space-y-5" bars={["h-12", "h-12", "h-12"]} />;
    const retry = () => Promise.all([list.mutate(), settings.mutate()]);
    return (
      <div className="mt-8 max-w-xl">
        <Failure error={error} retry={retry} />
      </div>
    );
  }
  const { default: usual } = list.data;
  return (
    <div className="mt-9 grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="min-w-0 space-y-10">
        <Default settings={settings.data} models={list.data.items} />
        {groupModels(list.data.items).map(({ label, models }) => (
          <section key={label} aria-label={label}>
            <h2 className="border-b border-line pb-2 text-lg">{label}</h2>
            <ul className="divide-y divide-line">
              {models.map((model) => (
                <ModelRow key={model.id} model={model} isDefault={model.id === usual} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <aside className="min-w-0 space-y-10 border-line lg:border-l lg:pl-10">
        <Keys keys={settings.data.keys} />
        <Thinking settings={settings.data} />
        <LocalServers settings={settings.data} />
      </aside>
    </div>
  );
}
