const waiting: (() => void)[] = [];

function resumeNext() {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(resumeNext);
}

/**
 * Yields to the event loop between two pieces of long work. Each round of the loop resumes one caller only, where a bare
 * `setImmediate` would resume all of them.
 */
export const yieldToEventLoop = (): Promise<void> =>
  new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(resumeNext);
  });
