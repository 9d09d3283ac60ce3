import type { Argument } from '../connection/client.ts';
import type { Feature } from '../connection/needs-redis.ts';
import { checkWhole } from '../options.ts';

/**
 * What becomes of the references that consumer groups hold to a removed entry: `keep` leaves them
 * in the pending entries lists (what Redis always did), `delete` removes them too, `acknowledged`
 * removes only entries that every group has acknowledged. Needs Redis 8.2.
 */
export type References = 'keep' | 'delete' | 'acknowledged';

/** Which entries may stay: at most so many, or those from an id on; never both. */
export type TrimTarget =
  | {
      /** Keep at most so many entries. */
      readonly maxLength: number;
      readonly minId?: never;
    }
  | {
      /** Keep the entries with this id and later ones. */
      readonly minId: string;
      readonly maxLength?: never;
    };

/** How exactly to trim. */
export type TrimPrecision =
  | {
      /** Remove whole nodes only, which is far cheaper but may leave up to a node more. Default. */
      readonly approximate?: true | undefined;
      /** The most entries that one call may look at; 0 means no bound. */
      readonly limit?: number | undefined;
    }
  | {
      /** Remove exactly what is too much. */
      readonly approximate: false;
      readonly limit?: never;
    };

/** What `trim` accepts. */
export type TrimOptions = TrimTarget & TrimPrecision & { readonly references?: References };

/** The same options, as far as a function that writes the command cares. */
export interface TrimArguments {
  readonly maxLength?: number | undefined;
  readonly minId?: string | undefined;
  readonly approximate?: boolean | undefined;
  readonly limit?: number | undefined;
}

/** The word that Redis uses. */
export const REFERENCE_WORDS = {
  keep: 'KEEPREF',
  delete: 'DELREF',
  acknowledged: 'ACKED',
} as const satisfies Record<References, string>;

/** The feature behind `references`, if it is used. */
export function referencesFeature(references: References | undefined): Feature | undefined {
  return references && { name: `references: '${references}'`, since: '8.2' };
}

/** Appends `MAXLEN|MINID [~] threshold [LIMIT n]`, or nothing when neither is asked for. */
export function pushTrim(args: Argument[], options: TrimArguments): void {
  const { maxLength, minId, approximate = true, limit } = options;
  if (maxLength !== undefined && minId !== undefined) {
    throw new TypeError('maxLength and minId exclude each other.');
  }
  checkWhole('maxLength', maxLength, 0);
  checkWhole('limit', limit, 0);
  if (maxLength === undefined && minId === undefined) {
    if (limit !== undefined) throw new TypeError('limit needs maxLength or minId.');
    return;
  }
  args.push(minId === undefined ? 'MAXLEN' : 'MINID');
  if (approximate) args.push('~');
  args.push(minId ?? String(maxLength));
  if (limit !== undefined) args.push('LIMIT', String(limit));
}
