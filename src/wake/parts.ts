import { createContext, type Component } from 'svelte';
import type { Pauses } from '../idle/pauses.ts';

/** What the place of a cell in a lesson is made with. */
export interface PlaceProps {
  /** The cell of the lesson. */
  slug: string;
  /** True for the first cell of its lesson. */
  isFirst: boolean;
}

/** A part of the page that is rendered apart: static at first, and alive when it is needed. */
export interface Part {
  component: Component<PlaceProps>;
  props: PlaceProps;
  /** The contexts of the place that it stands in. */
  context: Map<unknown, unknown>;
}

/** Where the parts of a page report: in the browser they are woken, elsewhere rendered. */
export interface Parts {
  /** A part is going to stand in the element whose `data-part` is its slug. */
  note(part: Part): void;
  /** Its element is in the page; gives what ends the part. */
  place(part: Part, element: Element): () => void;
  /** True until a part has become live. */
  isAsleep(slug: string): boolean;
  /** Makes a part live, if it is not. */
  wake(slug: string): void;
  /** Wakes all parts in an element one by one, with pauses, until it is told to stop. */
  wakeIn(element: Element, pauses: Pauses, isOver: () => boolean): Promise<void>;
}

export const [useParts, provideParts] = createContext<Parts>();
