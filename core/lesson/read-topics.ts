import { isTopic, TOPICS, type Topic } from '../help/topic.ts';

/**
 * The names of mistakes, between blanks, that a section or a cell explains.
 *
 * @throws Error (without a place, which the caller knows) for a name that is not known or comes twice.
 */
export function readTopics(text: string): Topic[] {
  const topics: Topic[] = [];
  for (const name of text.split(/\s+/).filter((word) => word !== '')) {
    if (!isTopic(name)) {
      throw new Error(`"${name}" is no mistake that can be explained: ${TOPICS.join(', ')}`);
    }
    if (topics.includes(name)) throw new Error(`"${name}" is explained twice`);
    topics.push(name);
  }
  return topics;
}
