import type { Metadata } from "next";
import { Suspense } from "react";
import { VoicePage } from "./_sheet/voice-page.tsx";
import { VoiceSkeleton } from "./_sheet/voice-skeleton.tsx";

export const metadata: Metadata = { title: "Voix" };

export default function Page({ params }: PageProps<"/voices/[id]">) {
  return (
    <Suspense fallback={<VoiceSkeleton />}>
      {params.then(({ id }) => (
        <VoicePage key={id} id={id} />
      ))}
    </Suspense>
  );
}
