const waiting: (() => void)[] = [];

function resumeNext() {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(resumeNext);
}

/** Resumes one caller per round of the loop, where a bare `setImmediate` would resume all of them. */
export const yieldToEventLoop = (): Promise<void> =>
  new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(resumeNext);
  });
