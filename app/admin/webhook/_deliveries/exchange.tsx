import { Disclosure } from "#app/_components/ui/disclosure.tsx";
import { ScrollRegion } from "#app/_components/ui/scroll-region.tsx";
import type { AttemptView } from "#lib/contract/delivery.ts";

const headers = (record: Record<string, string>) =>
  Object.entries(record)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");

function Lines({ label, children }: { label: string; children: string }) {
  return (
    <ScrollRegion label={label} className="mt-2 max-h-72 overflow-auto rounded-lg bg-paper px-3.5 py-3">
      <pre className="font-mono text-xs/5 whitespace-pre-wrap text-soft [overflow-wrap:anywhere]">{children}</pre>
    </ScrollRegion>
  );
}

type ExchangeProps = { attempt: AttemptView; event: string; size: string };

/** The last request as it left, secrets masked, and what came back. */
export function Exchange({ attempt, event, size }: ExchangeProps) {
  const path = URL.canParse(attempt.url) ? new URL(attempt.url).pathname : attempt.url;
  return (
    <div className="space-y-2">
      <p className="text-[0.8125rem] text-faint">
        Requête envoyée, {size} · {event}
      </p>
      <Lines label="Requête envoyée">{`POST ${path}\n${headers(attempt.request_headers)}`}</Lines>
      {attempt.response_status !== null && (
        <Disclosure label={`Réponse ${attempt.response_status}`}>
          <Lines label="Réponse reçue">
            {`${headers(attempt.response_headers ?? {})}\n\n${attempt.response_body ?? ""}${attempt.response_truncated ? "\n… (coupée à 64 Kio)" : ""}`.trim()}
          </Lines>
        </Disclosure>
      )}
    </div>
  );
}
