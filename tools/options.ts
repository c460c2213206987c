import { type ParseArgsConfig, parseArgs } from "node:util";

type OptionsConfig = NonNullable<ParseArgsConfig["options"]>;

/** Ends the command with a sentence on the standard error. */
export function refuse(sentence: string): never {
  console.error(`❌ ${sentence}`);
  process.exit(1);
}

/**
 * Reads the command line. `--help` prints `usage` and ends the command; an unknown option, an option without its value and
 * an unexpected argument end it with a French sentence.
 */
export function readOptions<const Config extends OptionsConfig>(
  usage: string,
  options: Config,
  { allowPositionals = false } = {},
) {
  try {
    const config = { options: { ...options, help: { type: "boolean", short: "h" } }, allowPositionals } as const;
    const { values, positionals } = parseArgs(config);
    if ("help" in values && values.help) {
      console.info(usage);
      process.exit(0);
    }
    return { values, positionals };
  } catch (error) {
    if (!(error instanceof TypeError && "code" in error)) throw error;
    // Node quotes the argument first in each of its messages.
    const [, argument = ""] = /'([^' ]*)/.exec(error.message) ?? [];
    const help = "`--help` dit lesquelles existent.";
    if (error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return refuse(`Option inconnue : ${argument}. ${help}`);
    if (error.code === "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL")
      return refuse(`Argument inattendu : ${argument}. ${help}`);
    return refuse(
      error.message.includes("does not take")
        ? `${argument} n’attend pas de valeur.`
        : `${argument} attend une valeur.`,
    );
  }
}

/** Reads the whole number of an option. */
export function readInteger(name: string, text: string, min: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < min)
    refuse(`${name} attend un nombre entier d’au moins ${min}, pas « ${text} ».`);
  return value;
}
