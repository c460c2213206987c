const barCharacters = 28;

/** Creates a display of a job's progress: a bar that redraws itself on a terminal, a line per change elsewhere. */
export function createProgressBar(output = process.stdout) {
  let last = "";
  const clear = () => output.isTTY && output.write("\r\x1b[2K");
  return {
    show(percent: number, message: string) {
      const filled = Math.round((percent / 100) * barCharacters);
      const line = `${"█".repeat(filled)}${"░".repeat(barCharacters - filled)} ${String(percent).padStart(3)} %  ${message}`;
      if (line === last) return;
      last = line;
      if (output.isTTY) output.write(`\r\x1b[2K${line.slice(0, output.columns - 1)}`);
      else output.write(`${line}\n`);
    },
    /** Writes a line above the bar. */
    say(text: string) {
      clear();
      output.write(`${text}\n`);
      if (output.isTTY) output.write(last.slice(0, output.columns - 1));
    },
    done() {
      if (output.isTTY && last) output.write("\n");
    },
  };
}
