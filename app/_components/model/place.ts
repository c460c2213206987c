/** What a model's field takes once its models are known: nothing below it moves while they are read. */
export const modelPlace = "min-h-36 sm:col-span-2";
