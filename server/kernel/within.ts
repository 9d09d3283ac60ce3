/**
 * The result of `work`, if it comes in time.
 * @param ms bound
 * @throws Error with `message` when it does not; what `work` does is not ended by that
 */
export function within<T>(ms: number, message: string, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(message)), ms);
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
