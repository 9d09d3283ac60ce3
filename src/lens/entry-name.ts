import type { Entry } from '../../core/lens/snapshot.ts';

/** Longest name of an entry, in characters; nobody listens to more. */
const longest = 160;

/** The fields of an entry in a line: `message: hello, size: 3`. */
export function fieldsText(fields: Entry['fields']): string {
  return fields.map(([name, value]) => `${name}: ${value}`).join(', ');
}

/** What a screen reader says for an entry: `Entry 1539000000000-0, message: hello`. */
export function entryName({ id, fields }: Entry): string {
  const name = `Entry ${id}, ${fieldsText(fields)}`;
  return name.length > longest ? `${name.slice(0, longest)}…` : name;
}
