import { isExerciseFence, readExerciseFence, type ExerciseFence } from './exercise-fence.ts';
import type { FenceInfo } from './fence-info.ts';
import type { Cell, Dialect } from './lesson.ts';
import { SLUG } from './lesson-file-name.ts';
import { readTopics } from './read-topics.ts';

/** A fence that begins a cell, or says more of the cell before it. */
export type CellFence =
  | { kind: 'cell'; cell: Omit<Cell, 'code' | 'note' | 'exercise'> }
  | { kind: 'dialect'; slug: string; dialect: Exclude<Dialect, 'walrus'> }
  | ExerciseFence;

const OF_A_CELL = new Set(['cell', 'title', 'python', 'blocking', 'needs', 'wakes', 'explains']);
const OF_A_DIALECT = new Set(['cell', 'dialect']);

/**
 * Reads what a fence says about a cell; null when it is not part of a cell but a static listing.
 *
 * @throws Error (without a place, which the caller knows) when it says too little, too much, or
 *   something unknown.
 */
export function readCellFence({ language, attributes }: FenceInfo): CellFence | null {
  if (!attributes.has('cell')) {
    const [stray] = attributes.keys();
    if (stray !== undefined) throw new Error(`"${stray}" belongs to a cell: cell=slug is missing`);
    return null;
  }
  if (language !== 'ts') throw new Error(`a cell is written in ts, not in "${language}"`);
  const slug = readSlug(textOf(attributes, 'cell'));

  if (isExerciseFence(attributes)) return readExerciseFence(slug, attributes);
  const dialect = attributes.has('dialect') ? textOf(attributes, 'dialect') : null;
  for (const name of attributes.keys()) {
    if (!(dialect === null ? OF_A_CELL : OF_A_DIALECT).has(name)) {
      const known = [...(dialect === null ? OF_A_CELL : OF_A_DIALECT)].join(', ');
      throw new Error(`the attribute "${name}" is not known here: this fence may have ${known}`);
    }
  }
  if (dialect !== null) {
    if (dialect !== 'node-redis')
      throw new Error(`there is no dialect "${dialect}": write dialect=node-redis`);
    return { kind: 'dialect', slug, dialect };
  }

  const blocking = attributes.get('blocking') ?? false;
  if (typeof blocking !== 'boolean') throw new Error('"blocking" takes no value');
  return {
    kind: 'cell',
    cell: {
      slug,
      title: textOf(attributes, 'title'),
      python: attributes.has('python') ? textOf(attributes, 'python') : null,
      blocking,
      needs: attributes.has('needs') ? readSlugs(textOf(attributes, 'needs')) : [],
      wakes: attributes.has('wakes') ? readSlug(textOf(attributes, 'wakes')) : null,
      explains: attributes.has('explains') ? readTopics(textOf(attributes, 'explains')) : [],
    },
  };
}

/** Slugs with blanks between them. */
function readSlugs(text: string): string[] {
  const slugs = text.trim().split(/\s+/).map(readSlug);
  const twice = slugs.find((slug, index) => slugs.indexOf(slug) !== index);
  if (twice !== undefined) throw new Error(`"${twice}" is named twice`);
  return slugs;
}

function readSlug(text: string): string {
  if (SLUG.test(text)) return text;
  throw new Error(`"${text}" is no slug: small letters, digits and hyphens, 64 at most`);
}

function textOf(attributes: FenceInfo['attributes'], name: string): string {
  const value = attributes.get(name);
  if (typeof value !== 'string' || value.trim() === '') {
    throw new Error(`a cell needs ${name}="…"`);
  }
  return value;
}
