"use client";

import { detailsOf, modelName } from "#app/_components/model/describe-model.ts";
import { TryModel } from "#app/_components/model/try-model.tsx";
import { Button } from "#app/_components/ui/button.tsx";
import { Mark } from "#app/_components/ui/mark.tsx";
import type { ModelItem } from "#lib/contract/model.ts";
import { useSettingsChange } from "../_default/use-settings-change.ts";

/** One model: what it costs or lacks, and the buttons that try it and make it the default. */
export function ModelRow({ model, isDefault }: { model: ModelItem; isDefault: boolean }) {
  const { change, busy, failure } = useSettingsChange();
  const choose = (
    <Button
      look="bare"
      busy={busy}
      aria-label={`Choisir ${modelName(model)} par défaut`}
      onClick={() => change({ default: model.id }, "Il écrira les livres par défaut")}
    >
      Choisir par défaut
    </Button>
  );
  return (
    <li className="py-4">
      <div className="flex gap-2.5">
        <span className="flex h-[1.5em] items-center">
          <Mark kind={model.ready ? "done" : "off"} />
        </span>
        <div className="min-w-0 flex-1">
          <p className="font-medium [overflow-wrap:anywhere]">{modelName(model)}</p>
          <p className="font-mono text-[0.8125rem] text-soft [overflow-wrap:anywhere]">{model.id}</p>
          <p className="mt-1 text-[0.8125rem] text-soft">
            {isDefault && "Par défaut · "}
            {model.reason ?? detailsOf(model)}
          </p>
          {model.ready && (
            <div className="mt-3">
              <TryModel id={model.id} name={modelName(model)} beside={!isDefault && choose} />
            </div>
          )}
          {failure && (
            <p role="alert" className="mt-2 text-[0.8125rem] font-medium text-fail">
              {failure}
            </p>
          )}
        </div>
      </div>
    </li>
  );
}
