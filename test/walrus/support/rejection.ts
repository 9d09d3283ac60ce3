/**
 * What a promise rejects with. Call it before whatever causes the rejection, which would otherwise
 * be an unhandled one for a moment. Rejects itself when the promise resolves.
 */
export function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => {
      throw new Error(`Resolved to ${JSON.stringify(value)} where a rejection was expected.`);
    },
    (error: unknown) => error,
  );
}
