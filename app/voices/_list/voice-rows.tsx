"use client";

import { useVoices } from "#app/_components/data/voices.ts";
import { Failure } from "#app/_components/ui/failure.tsx";
import { Link } from "#app/_components/ui/link.tsx";
import { SkeletonBlock } from "#app/_components/ui/skeleton.tsx";
import { describeVoice } from "./describe-voice.ts";

/** Every voice, the newest first. */
export function VoiceRows() {
  const { data, error, mutate } = useVoices();
  if (!data)
    return (
      <div className="mt-8">
        {error ? (
          <Failure error={error} retry={() => mutate()} />
        ) : (
          <SkeletonBlock label="Lecture des voix" bars={["h-12"]} />
        )}
      </div>
    );
  if (data.items.length === 0) return null;
  return (
    <section aria-labelledby="voix" className="mt-8">
      <h2 id="voix" className="border-b border-line pb-2 text-lg">
        Vos voix
      </h2>
      <ul className="divide-y divide-line">
        {data.items.map((voice) => (
          <li key={voice.id} className="py-3">
            <Link
              href={`/voices/${voice.id}`}
              className="font-serif text-[1.0625rem] font-medium [overflow-wrap:anywhere] underline decoration-line underline-offset-4 hover:decoration-accent"
            >
              <bdi>{voice.name}</bdi>
            </Link>
            <p className="mt-0.5 line-clamp-2 text-sm text-pretty text-soft [overflow-wrap:anywhere]">
              {describeVoice(voice)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
