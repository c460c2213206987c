import { now } from "../../clock.ts";
import { voiceLimits } from "../../contract/limits.ts";
import { type VoiceList, VoiceSheet, type VoiceUpdate, type VoiceView } from "../../contract/voice.ts";
import { db } from "../../database/client.ts";
import { AppError, invalid, notFound } from "../../errors.ts";
import { readId } from "../../ids.ts";
import { capabilitiesOf } from "../capabilities.ts";
import { toSheet, toVoiceView } from "./view.ts";

const subject = "Voix";

/** The newest first. */
export async function listVoices(): Promise<VoiceList> {
  const rows = await db().voice.findMany({ orderBy: { id: "desc" }, take: voiceLimits.voices });
  return { items: rows.map(toVoiceView) };
}

/** @throws {AppError} not_found */
export async function getVoice(id: string): Promise<VoiceView> {
  const row = await db().voice.findUnique({ where: { id: readId(id, subject) } });
  if (!row) throw notFound(subject);
  return toVoiceView(row);
}

/**
 * Replaces the sheet; books that were ordered with it keep it as it was.
 * @throws {AppError} not_found; conflict, when somebody else has changed it meanwhile
 */
export async function saveVoice(id: string, { version, ...fields }: VoiceUpdate): Promise<VoiceView> {
  const where = { id: readId(id, subject), version };
  const data = { sheet: toSheet(fields), version: version + 1, updatedAt: now() };
  const { count } = await db().voice.updateMany({ where, data });
  const saved = await getVoice(id);
  if (count === 0)
    throw new AppError("conflict", "Cette voix a changé entre-temps\u202f: rechargez la page avant d’enregistrer.");
  return saved;
}

/** @throws {AppError} not_found */
export async function deleteVoice(id: string): Promise<void> {
  const { count } = await db().voice.deleteMany({ where: { id: readId(id, subject) } });
  if (count === 0) throw notFound(subject);
}

/**
 * The sheet that an order names, to be kept with the job.
 * @throws {AppError} invalid, when there is no such voice, or the model follows none
 */
export async function voiceOfOrder(id: string | undefined, model: string): Promise<VoiceSheet | undefined> {
  if (id === undefined) return undefined;
  if (!capabilitiesOf(model).hasVoice)
    throw invalid("voice", "Le modèle de démonstration n’a que ses propres pages\u202f: il ne suit aucune voix.");
  const row = await db().voice.findUnique({ where: { id }, select: { sheet: true } });
  if (!row) throw invalid("voice", "Aucune voix n’a cet identifiant\u202f: choisissez-en une de GET /api/voices.");
  return VoiceSheet.parse(row.sheet);
}
