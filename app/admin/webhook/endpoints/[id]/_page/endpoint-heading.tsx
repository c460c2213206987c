import { ArrowLeft } from "lucide-react";
import { nameOf } from "#app/_components/status/describe-endpoint.ts";
import { Link } from "#app/_components/ui/link.tsx";
import type { EndpointView } from "#lib/contract/endpoint.ts";
import { Pause } from "../../../_endpoints/pause.tsx";
import { EndpointState } from "../../../_endpoints/state.tsx";
import { Delete } from "./delete.tsx";

export function EndpointHeading({ endpoint }: { endpoint: EndpointView }) {
  return (
    <header className="pt-5 sm:pt-6">
      <Link
        href="/admin/webhook#destinations"
        className="inline-flex min-h-8 items-center gap-1.5 text-sm text-soft hover:text-ink"
      >
        <ArrowLeft aria-hidden="true" className="size-4" />
        Toutes les destinations
      </Link>
      <h1 className="mt-2 text-[2.125rem] leading-tight tracking-tight [overflow-wrap:anywhere] sm:text-[2.625rem]">
        {nameOf(endpoint)}
      </h1>
      {endpoint.is_default && (
        <p className="mt-2 max-w-prose text-soft">
          La destination que règle aussi la page Configuration : ce qui n’est pas défini ici suit ses variables.
        </p>
      )}
      <div className="mt-4 flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <EndpointState endpoint={endpoint} />
        <div className="flex flex-wrap gap-3">
          <Link
            href={`/admin/webhook/deliveries?endpoint_id=${endpoint.id}`}
            className="inline-flex min-h-10 items-center text-sm text-soft underline decoration-edge underline-offset-4 hover:text-ink"
          >
            Ses livraisons
          </Link>
          <Pause endpoint={endpoint} />
          {!endpoint.is_default && <Delete endpoint={endpoint} />}
        </div>
      </div>
    </header>
  );
}
