import { makeRunId } from '../notebook/run-id.ts';

/** Tells this page from other tabs, also from one that was made as its copy. */
export const tabId = makeRunId().slice(0, 12);
