export const mask = "••••••••";
