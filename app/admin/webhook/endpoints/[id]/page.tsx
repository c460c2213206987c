import type { Metadata } from "next";
import { Suspense } from "react";
import { EndpointPage } from "./_page/endpoint-page.tsx";
import { EndpointSkeleton } from "./_page/endpoint-skeleton.tsx";

export const metadata: Metadata = { title: "Destination" };

export default function Page({ params }: PageProps<"/admin/webhook/endpoints/[id]">) {
  return (
    <Suspense fallback={<EndpointSkeleton />}>
      {params.then(({ id }) => (
        <EndpointPage key={id} id={id} />
      ))}
    </Suspense>
  );
}
