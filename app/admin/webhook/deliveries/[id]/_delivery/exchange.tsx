import { ScrollRegion } from "#app/_components/ui/scroll-region.tsx";
import type { AttemptView } from "#lib/contract/delivery.ts";
import { showUnseenInLines } from "#lib/contract/unseen.ts";
import { pretty } from "./pretty.ts";

const lines = (record: Record<string, string>) =>
  Object.entries(record)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");

export function Source({ label, children }: { label: string; children: string }) {
  return (
    <ScrollRegion
      label={label}
      className="mt-1.5 max-h-72 overflow-auto rounded-lg border border-line bg-sheet px-3.5 py-3"
    >
      <pre className="font-mono text-xs/5 whitespace-pre-wrap text-soft [overflow-wrap:anywhere]">
        {showUnseenInLines(children)}
      </pre>
    </ScrollRegion>
  );
}

/** Shows the request as it left, secrets masked, and the answer. */
export function Exchange({ attempt }: { attempt: AttemptView }) {
  const { number, url, request_headers, remote_address, response_status, response_body } = attempt;
  const answered = response_status !== null;
  return (
    <div className="grid gap-4 text-[0.8125rem] text-faint xl:grid-cols-2">
      <div className="min-w-0">
        <p>Requête{remote_address ? ` à ${remote_address}` : ""}</p>
        <Source label={`Requête de l’essai ${number}`}>{`POST ${url}\n${lines(request_headers)}`}</Source>
      </div>
      <div className="min-w-0">
        <p>
          {answered ? `Réponse ${response_status}` : "Réponse"}
          {attempt.response_truncated && " · coupée à 64\u202fKio"}
        </p>
        {answered ? (
          <Source label={`Réponse à l’essai ${number}`}>
            {`HTTP ${response_status}\n${lines(attempt.response_headers ?? {})}${response_body ? `\n\n${pretty(response_body)}` : ""}${attempt.response_truncated ? "\n… (la suite n’a pas été lue)" : ""}`}
          </Source>
        ) : (
          <p className="mt-1.5 rounded-lg border border-dashed border-line px-3.5 py-3 text-soft">
            {attempt.outcome === "in_flight" ? "Attendue sous 30 s." : "Aucune n’est arrivée."}
          </p>
        )}
      </div>
    </div>
  );
}
