import type { FenceInfo } from './fence-info.ts';
import type { Dialect } from './lesson.ts';

/** A fence that makes the cell before it an exercise. */
export interface ExerciseFence {
  kind: 'exercise';
  slug: string;
  part: 'solution' | 'check';
  dialect: Dialect;
}

const KNOWN = ['cell', 'solution', 'check', 'dialect'];

/** Whether a fence with these attributes is one of an exercise. */
export function isExerciseFence(attributes: FenceInfo['attributes']): boolean {
  return attributes.has('solution') || attributes.has('check');
}

/**
 * Reads a fence `ts cell=slug solution` or `ts cell=slug check`, either maybe with `dialect=node-redis`.
 *
 * @throws Error (without a place, which the caller knows) when it says anything else.
 */
export function readExerciseFence(
  slug: string,
  attributes: FenceInfo['attributes'],
): ExerciseFence {
  const part = attributes.has('solution') ? 'solution' : 'check';
  if (attributes.has('solution') && attributes.has('check')) {
    throw new Error('a fence is a solution or a check, not both');
  }
  if (attributes.get(part) !== true) throw new Error(`"${part}" takes no value`);
  const other = [...attributes.keys()].find((name) => !KNOWN.includes(name));
  if (other !== undefined) {
    throw new Error(
      `the attribute "${other}" is not known here: this fence may have cell, ${part}, dialect`,
    );
  }
  const dialect = attributes.get('dialect') ?? 'walrus';
  if (dialect !== 'walrus' && dialect !== 'node-redis') {
    throw new Error(`there is no dialect "${dialect}": write dialect=node-redis`);
  }
  return { kind: 'exercise', slug, part, dialect };
}
