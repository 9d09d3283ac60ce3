/** The symbol under which Node and Deno look for an object's own way to be shown. */
export const inspectSymbol: unique symbol = Symbol.for('nodejs.util.inspect.custom') as never;

/** What Node passes to a custom inspect method, as far as it is used here. */
export type Inspect = (value: unknown, options?: object) => string;

/** `Name { key: 'value' }`, in the colours and widths of whoever asks. */
export function show(name: string, value: object, options: object, inspect: Inspect): string {
  return `${name} ${inspect(value, options)}`;
}
