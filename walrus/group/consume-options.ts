interface ConsumeBasics {
  /** Ends the loop: at once while it waits, else when the body is done with its entry. */
  readonly signal?: AbortSignal | undefined;
  /** How long one command waits for new entries, in ms; then it is sent again. Default 5000. */
  readonly block?: number | undefined;
  /**
   * Also take over entries that another consumer has left pending for at least so many ms
   * (XAUTOCLAIM, Redis 6.2). Choose it well above the time that one entry takes. Default: never.
   */
  readonly takeOverIdle?: number | undefined;
  /** Told of each failure that the loop survives: a lost connection, a vanished group. */
  readonly onInterrupted?: ((error: unknown) => void) | undefined;
}

/** How entries are fetched, and what becomes of those that no body gets done with. */
export type PoisonOptions<Item> =
  | {
      /**
       * How often an entry is handed to the loop's body before `onPoison` gets it. Entries are then
       * fetched one at a time: Redis counts a fetch as a delivery, even of an entry that was never
       * reached.
       */
      readonly maxDeliveries: number;
      /** Gets an entry that failed too often; when it is done, the entry is acknowledged. */
      readonly onPoison: (item: Item, deliveries: number) => void | Promise<void>;
      readonly count?: never;
    }
  | {
      readonly maxDeliveries?: never;
      readonly onPoison?: never;
      /** Entries fetched with one command. Default 10. */
      readonly count?: number | undefined;
    };

/** What `consume` accepts. */
export type ConsumeOptions<Item> = ConsumeBasics & PoisonOptions<Item>;
