import { quotes } from "./french-quotes.ts";
import { spacing } from "./french-spacing.ts";
import type { Typography } from "./typography.ts";

export const french: Typography = () => [quotes, ...spacing];
