import type { Timeline } from './timeline.ts';

/** What shows how long something has been idle, in ms; node-redis and Redis have their own names for it. */
const IDLE = /^(?:millisecondsSinceLastDelivery|idle|inactive)$/;

const PATTERNS = [
  String.raw`(?<id>(?<![\d-])\d{13}-\d+(?![\d…-]))`,
  String.raw`(?<date>\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)`,
  String.raw`(?<ms>(?<![\d-])\d{13}(?![\d…-]))`,
  // As inspect() shows a property, and as redis-cli prints one: in a map, or in a flat list.
  String.raw`(?<=\b(?:millisecondsSinceLastDelivery|idle|inactive)(?:: |"(?: => |\n *\d+\) )\(integer\) ))(?<idle>\d+)`,
];

/** The third item of each row that XPENDING replies with. */
const ROW = String.raw`(?<=^ *3\) \(integer\) )(?<rowIdle>\d+)`;

/** How long an entry had been pending, in ms, by its id as it stands in the recording. */
export type IdleTimes = (id: string, stream: string | null) => number;

/**
 * Masks what is volatile in the parts of one output, or of one command, in their order: which entry an
 * idle time belongs to, and which of two streams an id, is told by what stands before it.
 */
export class Scan {
  readonly #timeline: Timeline;
  readonly #idle: IdleTimes;
  readonly #pattern: RegExp;
  #stream: string | null;
  #id: string | null = null;

  /** @param options `stream`: the one that it is about, if only one; `rows`: it is a reply of XPENDING */
  constructor(
    timeline: Timeline,
    idle: IdleTimes,
    { stream = null, rows = false }: { stream?: string | null; rows?: boolean } = {},
  ) {
    this.#timeline = timeline;
    this.#idle = idle;
    this.#stream = stream;
    this.#pattern = new RegExp(
      [...PATTERNS, ...(rows ? [ROW] : []), ...keyPattern(timeline.keys)].join('|'),
      'gmu',
    );
  }

  text(text: string): string {
    return text.replace(this.#pattern, (match: string, ...rest: unknown[]) => {
      const { id, date, ms, key } = groupsOf(rest);
      if (id !== undefined) return this.#maskId(id);
      if (date !== undefined) return new Date(this.time(Date.parse(date))).toISOString();
      if (ms !== undefined) return String(this.time(Number(ms)));
      if (key === undefined) return String(this.#idleTime());
      this.#stream = key;
      return match;
    });
  }

  /** @param name of the property that holds it; null when it is in none */
  number(value: number, name: string | null): number {
    return name !== null && IDLE.test(name) ? this.#idleTime() : this.time(value);
  }

  time(ms: number): number {
    return this.#timeline.isMade(ms) ? this.#timeline.shownTime(ms) : ms;
  }

  #maskId(real: string): string {
    this.#id = this.#timeline.id(real, this.#stream);
    return this.#id;
  }

  #idleTime(): number {
    return this.#id === null ? 0 : this.#idle(this.#id, this.#stream);
  }
}

function keyPattern(keys: readonly string[]): string[] {
  if (keys.length === 0) return [];
  const longestFirst = keys.toSorted((a, b) => b.length - a.length);
  const any = longestFirst.map((key) => key.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|');
  return [String.raw`(?<![\w\-])(?<key>${any})(?![\w\-])`];
}

/** The named groups, which a replacer gets last. */
function groupsOf(rest: unknown[]): Record<string, string | undefined> {
  const groups: Record<string, string | undefined> = {};
  const last = rest.at(-1);
  if (typeof last !== 'object' || last === null) return groups;
  for (const [name, value] of Object.entries(last))
    if (typeof value === 'string') groups[name] = value;
  return groups;
}
