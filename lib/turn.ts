const waiting: (() => void)[] = [];

function giveNext() {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(giveNext);
}

/**
 * Waits for one's turn in long work cut in pieces: one piece in this process each time the event loop goes round,
 * whoever's it is. With a mere `setImmediate`, those who work side by side would all have theirs in the same round.
 */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(giveNext);
  });
