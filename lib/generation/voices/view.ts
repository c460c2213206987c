import { VoiceMeasure, VoiceSheet, type VoiceView } from "../../contract/voice.ts";
import type { Voice } from "../../database/generated/client.ts";

const kept = (value: unknown) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);

/** A sheet as it is stored: without spaces around, and nothing empty in it. */
export function toSheet(fields: Partial<VoiceSheet> & Pick<VoiceSheet, "name">): VoiceSheet {
  const trimmed = Object.entries(fields).map(([name, value]) => {
    if (typeof value === "string") return [name, value.trim()];
    return [name, Array.isArray(value) ? value.map((word) => word.trim()) : value];
  });
  return VoiceSheet.parse(Object.fromEntries(trimmed.filter(([, value]) => kept(value))));
}

export const toVoiceView = ({
  id,
  version,
  sheet,
  measured,
  readBy,
  problem,
  createdAt,
  updatedAt,
}: Voice): VoiceView => ({
  ...VoiceSheet.parse(sheet),
  id,
  version,
  ...(measured !== null && { measured: VoiceMeasure.parse(measured) }),
  ...(readBy !== null && { read_by: readBy }),
  ...(problem !== null && { problem }),
  created_at: createdAt.toISOString(),
  updated_at: updatedAt.toISOString(),
});
