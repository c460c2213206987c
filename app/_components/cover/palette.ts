/** Cloths of the house: every one carries its cream lettering at 4.5:1 or more. */
export const cloths = [
  "#2f5c60",
  "#56682a",
  "#7b392d",
  "#3f395b",
  "#22425f",
  "#87581c",
  "#2c5743",
  "#6b3350",
  "#46505c",
  "#8c4526",
  "#3c3a36",
  "#5a4a2f",
] as const;

export const lettering = "#fbf6ea";
