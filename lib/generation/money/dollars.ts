const format = new Intl.NumberFormat("fr-FR", {
  style: "currency",
  currency: "USD",
  currencyDisplay: "narrowSymbol",
  minimumFractionDigits: 2,
  maximumFractionDigits: 4,
});

export const dollars = (amount: number): string => format.format(amount);

/** Rounds up, so that whoever types the amount gives enough. */
export const dollarsAtLeast = (amount: number): string => format.format(Math.ceil(amount * 10_000 - 1e-6) / 10_000);
