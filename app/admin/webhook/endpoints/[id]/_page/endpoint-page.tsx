"use client";

import { useEndpoint } from "#app/_components/data/endpoints.ts";
import { nameOf } from "#app/_components/text/endpoint-name.ts";
import { Failure } from "#app/_components/ui/failure.tsx";
import { NotHere } from "#app/_components/ui/not-here.tsx";
import { Missed } from "../../../_endpoints/missed.tsx";
import { Waiting } from "../../../_endpoints/waiting.tsx";
import { Keys } from "../../../_keys/keys.tsx";
import { EndpointTest } from "../../../_test/endpoint-test.tsx";
import { EndpointForm } from "../_settings/endpoint-form.tsx";
import { EndpointHeading } from "./endpoint-heading.tsx";
import { EndpointSkeleton } from "./endpoint-skeleton.tsx";

export function EndpointPage({ id }: { id: string }) {
  const { data: endpoint, error, mutate } = useEndpoint(id);
  if (error?.status === 404 || error?.status === 422) {
    return (
      <NotHere
        title="Cette destination n’existe pas"
        text="Elle a peut-être été supprimée ; ses livraisons restent dans le journal."
      />
    );
  }
  if (!endpoint) {
    if (!error) return <EndpointSkeleton />;
    return (
      <div className="max-w-xl pt-11">
        <Failure error={error} retry={() => mutate()} />
      </div>
    );
  }
  return (
    <>
      <title>{`${nameOf(endpoint)} — Sorami`}</title>
      <EndpointHeading endpoint={endpoint} />
      <Missed endpoint={endpoint} className="mt-7 max-w-xl" />
      <Waiting endpoint={endpoint} className="mt-7 max-w-xl" />
      <div className="mt-9 grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <EndpointForm endpoint={endpoint} />
        <aside className="min-w-0 space-y-10 border-line lg:border-l lg:pl-10">
          <Keys endpoint={endpoint} />
          <EndpointTest id={endpoint.id} />
        </aside>
      </div>
    </>
  );
}
