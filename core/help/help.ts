import * as v from 'valibot';
import { TOPICS } from './topic.ts';

/** What helps somebody who has made a mistake. */
export const Help = v.object({
  topic: v.picklist(TOPICS),
  /** What to do, in a sentence. */
  text: v.string(),
});
export type Help = v.InferOutput<typeof Help>;
