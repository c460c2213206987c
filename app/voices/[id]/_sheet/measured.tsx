import { count, number, percent } from "#app/_components/text/numbers.ts";
import { personNames, tenseNames } from "#lib/contract/values.ts";
import type { VoiceMeasure } from "#lib/contract/voice.ts";

const unknown = "ne se compte pas ici";

function sentencesOf({ sentence_words: words, sentence_spread: spread, sentences }: VoiceMeasure): string {
  if (words === undefined) return unknown;
  const around = spread === undefined ? "" : `, à ${number(spread)} près`;
  return `${count(words, "mot")}${around}, sur ${count(sentences, "phrase")}`;
}

/** Lists what was counted in the sample that a voice was made of. */
export function Measured({ measured }: { measured: VoiceMeasure }) {
  const { words, person, tense, paragraph_words, dialogue_share } = measured;
  const lines: [name: string, value: string][] = [
    ["Extrait", count(words, "mot")],
    ["Phrases", sentencesOf(measured)],
    ["Paragraphes", paragraph_words === undefined ? unknown : count(paragraph_words, "mot")],
    ["Personne", person ? personNames[person] : unknown],
    ["Temps", tense ? tenseNames[tense] : unknown],
    ["Dialogues", dialogue_share === undefined ? unknown : `${percent(dialogue_share)} des mots`],
  ];
  return (
    <section aria-labelledby="mesures">
      <h2 id="mesures" className="border-b border-line pb-2 text-lg">
        Compté dans l’extrait
      </h2>
      <dl className="divide-y divide-line text-sm">
        {lines.map(([name, value]) => (
          <div key={name} className="grid grid-cols-[6rem_1fr] gap-3 py-2.5">
            <dt className="text-faint">{name}</dt>
            <dd className="min-w-0 text-soft">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
