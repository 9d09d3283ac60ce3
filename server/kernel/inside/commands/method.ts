/** Some method of node-redis, which its types do not show. */
export type Method = (this: object, ...args: unknown[]) => unknown;

/** @throws Error when node-redis has no such method any more */
export function methodOf(prototype: object, name: string): Method {
  const method: unknown = Reflect.get(prototype, name);
  if (!isMethod(method)) throw new Error(`node-redis has no ${name} any more`);
  return method;
}

/** Puts a method in the place of one of node-redis; `around` gets that one. */
export function wrapMethod(
  prototype: object,
  name: string,
  around: (original: Method) => Method,
): void {
  Reflect.set(prototype, name, around(methodOf(prototype, name)));
}

function isMethod(value: unknown): value is Method {
  return typeof value === 'function';
}
