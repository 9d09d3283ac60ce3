import * as v from 'valibot';
import { MAX_PRINTED_VALUES } from '../limits/limits.ts';
import { Value } from './value.ts';

/**
 * The structure of what an output shows as text. What cannot be understood counts as none: the text
 * is there in any case.
 */
export const ShownValues = v.optional(
  v.fallback(v.optional(v.pipe(v.array(Value), v.maxLength(MAX_PRINTED_VALUES))), undefined),
);
export type ShownValues = v.InferOutput<typeof ShownValues>;
