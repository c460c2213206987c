import { BookOptions } from "../../contract/book.ts";
import type { Warning } from "../../contract/warning.ts";
import { db } from "../../database/client.ts";
import type { Job } from "../../database/generated/client.ts";

const unused = (name: string | undefined) =>
  name === undefined
    ? "Un document choisi a été supprimé avant que les chapitres ne s’écrivent\u202f: le livre s’est écrit sans lui."
    : `Aucun chapitre n’a reçu de passage du document «\u202f${name}\u202f»\u202f: rien n’y parle de ce que dit le plan.`;

/** An author chose a document, and the book was written without a word of it. */
export async function documentWarnings({ id: jobId, options }: Job): Promise<Warning[]> {
  const { documents = [] } = BookOptions.parse(options);
  const given = await db().jobSource.findMany({
    where: { jobId, referenceId: { in: documents } },
    distinct: ["referenceId"],
    select: { referenceId: true },
  });
  const left = documents.filter((id) => !given.some(({ referenceId }) => referenceId === id));
  const known = await db().reference.findMany({ where: { id: { in: left } }, select: { id: true, name: true } });
  return left.map((id) => ({ code: "documents", message: unused(known.find((one) => one.id === id)?.name) }));
}
