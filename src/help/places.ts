import type { Topic } from '../../core/help/topic.ts';
import type { PageLesson } from '../tutorial/page-lesson.ts';

/** A place on the page that a sentence leads to. */
export interface Place {
  href: string;
  /** The title of the cell or section. */
  title: string;
}

const cache = new WeakMap<readonly PageLesson[], ReadonlyMap<Topic, Place>>();

/** Where the lessons explain which mistakes; made once for them. */
export function placesIn(lessons: readonly PageLesson[]): ReadonlyMap<Topic, Place> {
  const places = cache.get(lessons) ?? collect(lessons);
  cache.set(lessons, places);
  return places;
}

function collect(lessons: readonly PageLesson[]): ReadonlyMap<Topic, Place> {
  const places = new Map<Topic, Place>();
  for (const { slug, title, explains, blocks } of lessons) {
    for (const topic of explains) places.set(topic, { href: `#${slug}`, title });
    for (const block of blocks) {
      if (block.kind !== 'cell') continue;
      const { cell } = block;
      const place = { href: `#cell-${cell.slug}`, title: cell.title };
      for (const topic of cell.explains) places.set(topic, place);
    }
  }
  return places;
}
