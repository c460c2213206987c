import { duration } from "#app/_components/text/numbers.ts";
import { Mark, type MarkKind } from "#app/_components/ui/mark.tsx";
import type { StageName, TestStage } from "#lib/contract/test-stages.ts";
import { showUnseen } from "#lib/contract/unseen.ts";

const names: Record<StageName, string> = {
  sign: "Signature",
  resolve: "Résolution du nom",
  connect: "Connexion",
  tls: "TLS",
  answer: "Réponse",
};

const marks: Record<TestStage["status"], MarkKind> = { done: "done", failed: "failed", skipped: "off" };
const words: Record<TestStage["status"], string> = { done: "faite", failed: "en échec", skipped: "sans objet" };

const order: StageName[] = ["sign", "resolve", "connect", "tls", "answer"];
const awaited = order.map((name) => ({ name, status: "waiting", duration_ms: null, detail: null }) as const);

/** The stages of a test, one after the other; before its answer, what is going to happen. */
export function Stages({ stages }: { stages: TestStage[] | undefined }) {
  const rows = stages ?? awaited;
  return (
    <ol
      aria-label="Étapes du test"
      className="relative space-y-3 before:absolute before:top-2 before:bottom-2 before:left-[4.5px] before:w-px before:bg-line"
    >
      {rows.map(({ name, status, duration_ms, detail }, index) => (
        <li
          key={`${name} ${status}`}
          style={{ animationDelay: `${index * 110}ms` }}
          className="relative flex gap-3.5 text-sm motion-safe:animate-appear"
        >
          <span className="flex h-[1.5em] items-center">
            <span className="bg-paper py-0.5">
              <Mark kind={status === "waiting" ? "waiting" : marks[status]} />
            </span>
          </span>
          <span className="min-w-0 flex-1">
            <span className={status === "skipped" || status === "waiting" ? "text-soft" : "font-medium"}>
              {names[name]}
            </span>
            {status !== "waiting" && <span className="sr-only"> {words[status]}</span>}
            {detail && (
              <span className="block text-[0.8125rem] text-soft [overflow-wrap:anywhere]">{showUnseen(detail)}</span>
            )}
          </span>
          <span className="text-[0.8125rem] whitespace-nowrap text-faint">
            {duration_ms === null ? (status === "skipped" ? "—" : "") : duration(duration_ms)}
          </span>
        </li>
      ))}
    </ol>
  );
}
