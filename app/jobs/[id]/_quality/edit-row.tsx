"use client";

import { Button } from "#app/_components/ui/button.tsx";
import { Confirm } from "#app/_components/ui/confirm.tsx";
import { Mark } from "#app/_components/ui/mark.tsx";
import type { EditView } from "#lib/contract/edit.ts";
import { Difference } from "./difference-text.tsx";
import { useRestore } from "./use-restore.ts";

type EditRowProps = { jobId: string; edit: EditView; reason: string };

const sending =
  "Le livre reçoit une nouvelle version\u202f: elle est mesurée, puis renvoyée aux destinations qui reçoivent les mises à jour.";

function wordsFor({ restored, after, chapter }: EditView) {
  const place = `dans le chapitre ${chapter}`;
  if (!restored)
    return {
      action: "Remettre",
      title: "Remettre ce texte\u202f?",
      description: `Il revient à sa place ${place}. ${sending} Vous pourrez le retirer de nouveau.`,
    };
  if (after === "")
    return {
      action: "Retirer de nouveau",
      title: "Retirer ce texte de nouveau\u202f?",
      description: `Il n’est plus ${place}. ${sending}`,
    };
  return {
    action: "Remplacer de nouveau",
    title: "Remplacer ce texte de nouveau\u202f?",
    description: `L’autre texte reprend sa place ${place}. ${sending}`,
  };
}

/** One edit: why, what changed, and what a person can do about it. */
export function EditRow({ jobId, edit, reason }: EditRowProps) {
  const { busy, change } = useRestore(jobId, edit);
  const { before, after, restored, restorable } = edit;
  const { action, title, description } = wordsFor(edit);
  return (
    <li className="py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h4 className="min-w-0 flex-1 basis-52 font-sans text-sm font-medium tracking-normal">
          {reason}
          {restored && (
            <span className="mt-0.5 flex items-center gap-2 text-[0.8125rem] font-normal text-soft">
              <Mark kind="done" />
              Remis dans le livre
            </span>
          )}
        </h4>
        {(restored || restorable) && (
          <Confirm
            trigger={(ask) => (
              <Button busy={busy} onClick={ask} className="text-sm">
                {action}
                <span className="sr-only">{`\u202f: ${reason}, ${(before || after).slice(0, 60)}`}</span>
              </Button>
            )}
            title={title}
            description={description}
            keep="Ne rien changer"
            confirm={action}
            look="primary"
            onConfirm={change}
          />
        )}
      </div>
      <Difference from={restored ? after : before} to={restored ? before : after} />
      {!restored && !restorable && (
        <p className="mt-2 text-[0.8125rem] text-faint">
          Ce passage a changé depuis{"\u202f"}: ce texte n’y retrouve pas sa place. Si une autre retouche l’a récrit,
          remettez-la d’abord.
        </p>
      )}
    </li>
  );
}
