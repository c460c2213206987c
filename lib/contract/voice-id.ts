import { z } from "zod";

/** A voice as an order names it. */
export const VoiceId = z.uuid("attend l’identifiant d’une voix, de GET /api/voices");
