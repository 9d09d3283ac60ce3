import type { Move, Spot } from './plan-moves.ts';

/** How long a square is on its way, in ms. */
const duration = 380;
/** How far below the top of its cell a square is, in CSS pixels: see styles/squares.css. */
const squareTop = 6;
const squareSize = 12;

interface Place {
  x: number;
  y: number;
}

/** A move whose beginning has been measured, before the page is drawn anew. */
export interface Departure extends Move {
  start: Place | null;
}

/** True when squares may move: somebody sees it, and has not asked for less motion. */
export function mayMove(layer: HTMLElement): boolean {
  const { ownerDocument: document } = layer;
  const isCalm = document.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches;
  return isCalm === false && document.visibilityState === 'visible' && layer.offsetParent !== null;
}

/** Measures where moves begin. To be called before the page shows their ends. @param layer lies over the lens */
export function depart(layer: HTMLElement, moves: readonly Move[]): Departure[] {
  return moves.map((move) => ({ ...move, start: move.from && placeOf(layer, move.from) }));
}

/** Lets copies of squares fly to where they are now. To be called when the page shows the ends. */
export function fly(layer: HTMLElement, departures: readonly Departure[]): void {
  // All is measured before anything is written.
  const flights = departures.map((departure) => {
    const target = departure.to && find(layer, departure.to);
    return { ...departure, target, end: departure.to && placeOf(layer, departure.to) };
  });
  for (const { start, end, target, isAcknowledged } of flights) {
    if (start && end) travel(layer, start, end, target);
    else if (start) leave(layer, start, isAcknowledged);
    else if (target) arrive(target);
  }
}

function travel(layer: HTMLElement, start: Place, end: Place, target: Element | null): void {
  const copy = addCopy(layer, end);
  const offset = `translate(${start.x - end.x}px, ${start.y - end.y}px)`;
  play(copy, [
    { transform: offset, opacity: 0.9 },
    { transform: 'none', opacity: 1 },
  ]);
  target?.animate([{ opacity: 0 }, { opacity: 0, offset: 0.9 }, { opacity: 1 }], { duration });
}

function leave(layer: HTMLElement, start: Place, isAcknowledged: boolean): void {
  const copy = addCopy(layer, start);
  if (isAcknowledged) copy.dataset['checked'] = '';
  play(copy, [
    { transform: 'none', opacity: 1 },
    { transform: 'none', opacity: 1, offset: 0.35 },
    { transform: 'translateY(-10px) scale(0.8)', opacity: 0 },
  ]);
}

function arrive(target: Element): void {
  target.animate(
    [
      { transform: 'translateX(14px)', opacity: 0 },
      { transform: 'none', opacity: 1 },
    ],
    { duration, easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)' },
  );
}

function addCopy(layer: HTMLElement, { x, y }: Place): HTMLElement {
  const copy = layer.ownerDocument.createElement('span');
  copy.className = 'flying';
  copy.style.left = `${x}px`;
  copy.style.top = `${y}px`;
  layer.append(copy);
  return copy;
}

function play(copy: HTMLElement, frames: Keyframe[]): void {
  const animation = copy.animate(frames, { duration, easing: 'cubic-bezier(0.4, 0, 0.2, 1)' });
  const remove = () => copy.remove();
  animation.finished.then(remove, remove);
}

/** The upper left corner of a square, seen from that of the layer; one that is scrolled away is at the edge. */
function placeOf(layer: HTMLElement, spot: Spot): Place | null {
  const element = find(layer, spot);
  if (element === null) return null;
  const origin = layer.getBoundingClientRect();
  const own = element.getBoundingClientRect();
  const strip = element.closest('[data-strip]')?.getBoundingClientRect();
  const x = strip ? Math.min(Math.max(own.left, strip.left), strip.right - squareSize) : own.left;
  return { x: x - origin.left, y: own.top + squareTop - origin.top };
}

function find(layer: HTMLElement, { stream, id, lane }: Spot): Element | null {
  const root = layer.parentElement?.querySelector(`[data-stream="${CSS.escape(stream)}"]`);
  if (lane === null) return root?.querySelector(`[data-entry="${CSS.escape(id)}"]`) ?? null;
  const group = root?.querySelector(`[data-group="${CSS.escape(lane.group)}"]`);
  const rows = group?.querySelectorAll(`[data-pending="${CSS.escape(id)}"]`) ?? [];
  return [...rows].find((row) => row.getAttribute('data-consumer') === lane.consumer) ?? null;
}
