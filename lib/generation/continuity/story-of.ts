import type { Bible } from "../../contract/bible.ts";
import type { ToldBefore } from "../brief/origin.ts";
import { charactersIn } from "../models/room.ts";
import type { Story } from "../prompts/story.ts";

const usualCharacters = 12_000;
/** The share of a window that what came before may take. */
const windowShare = 0.2;

export const bibleRoom = (window: number | undefined): number =>
  window === undefined ? usualCharacters : Math.min(usualCharacters, charactersIn(window * windowShare));

export const storyOf = (bible: Bible, window: number | undefined, before?: ToldBefore): Story => ({
  bible,
  room: bibleRoom(window),
  before,
});
