import type { Metadata } from "next";
import { VoiceRows } from "./_list/voice-rows.tsx";
import { NewVoice } from "./_new/new-voice.tsx";

export const metadata: Metadata = { title: "Voix" };

export default function Page() {
  return (
    <div className="max-w-2xl pt-9 sm:pt-11">
      <h1 className="text-[2.125rem] leading-tight tracking-tight sm:text-[2.625rem]">Voix</h1>
      <p className="mt-3 text-pretty text-soft">
        Une voix dit comment vous écrivez{"\u202f"}: la personne, le temps, la longueur des phrases, le registre, les
        mots que vous aimez et ceux que vous évitez. Un livre commandé avec elle s’écrit et se relit ainsi, et sa fiche
        de qualité dit ce qui s’en compte. Le modèle de démonstration n’en suit aucune.
      </p>
      <VoiceRows />
      <NewVoice />
    </div>
  );
}
