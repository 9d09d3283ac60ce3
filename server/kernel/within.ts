/**
 * The result of `work`, if it comes in time. When this process itself was held up, what has arrived
 * meanwhile is looked at first.
 * @param ms bound
 * @throws Error with `message` when it does not; what `work` does is not ended by that
 */
export function within<T>(ms: number, message: string, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error(message));
    // Timers come before what was received, and this before neither.
    const timer = setTimeout(() => setImmediate(late), ms);
    work().then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}

/** Whether a promise resolves within that time (ms); a rejection counts as no. */
export async function settlesWithin(ms: number, promise: Promise<unknown>): Promise<boolean> {
  return within(ms, '', async () => {
    await promise;
    return true;
  }).catch(() => false);
}
