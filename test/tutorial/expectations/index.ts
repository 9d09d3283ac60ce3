import { basicOperations } from './basic-operations.ts';
import { consumerGroups } from './consumer-groups.ts';
import { gettingStarted } from './getting-started.ts';
import { learningMore } from './learning-more.ts';
import { processingData } from './processing-data.ts';
import type { Expectations } from './seen.ts';
import { timeSeries } from './time-series.ts';

/** What to expect of every cell of the tutorial, by its slug. */
export const EXPECTATIONS: Expectations = {
  ...gettingStarted,
  ...basicOperations,
  ...processingData,
  ...consumerGroups,
  ...timeSeries,
  ...learningMore,
};
