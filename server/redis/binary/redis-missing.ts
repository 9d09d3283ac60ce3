/** No Redis can be had on this machine; the message says in one sentence what to do. */
export class RedisMissing extends Error {
  override name = 'RedisMissing';
  /** Why each thing that was tried did not work, for whoever wants to know. */
  readonly reasons: readonly string[];

  constructor(message: string, reasons: readonly string[] = []) {
    super(message);
    this.reasons = reasons;
  }
}
