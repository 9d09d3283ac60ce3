const { apply, getOwnPropertyDescriptor } = Reflect;

/** The flags that a regular expression may have, in the order in which they are written. */
const FLAGS: readonly [property: string, letter: string][] = [
  ['hasIndices', 'd'],
  ['global', 'g'],
  ['ignoreCase', 'i'],
  ['multiline', 'm'],
  ['dotAll', 's'],
  ['unicode', 'u'],
  ['unicodeSets', 'v'],
  ['sticky', 'y'],
];

const reader = (name: string) => getOwnPropertyDescriptor(RegExp.prototype, name)?.get;
const source = reader('source');
const flags = FLAGS.map(([name, letter]) => ({ read: reader(name), letter }));

/** A regular expression as it is written; what a cell has put on it is not asked. */
export function describeRegExp(expression: RegExp): string {
  const text = source ? String(apply(source, expression, [])) : '';
  const letters = flags.filter(({ read }) => read && apply(read, expression, []));
  return `/${text}/${letters.map(({ letter }) => letter).join('')}`;
}
