import type { ImportBinding } from './import-binding.ts';

/** Import declarations that bring all these names, one for each module and line that needs its own. */
export function formatImports(bindings: readonly ImportBinding[]): string[] {
  const modules = [...new Set(bindings.map(({ module }) => module))];
  return modules.flatMap((module) => {
    const own = bindings.filter((binding) => binding.module === module);
    const from = `from ${quoted(module)};`;
    const whole = own.filter(({ imported }) => imported === '*' || imported === 'default');
    const named = own.filter((binding) => !whole.includes(binding));
    const lines = whole.map(({ imported, local, isType }) => {
      const what = imported === '*' ? `* as ${local}` : local;
      return `import ${isType ? 'type ' : ''}${what} ${from}`;
    });
    if (named.length === 0) return lines;
    const areTypes = named.every(({ isType }) => isType);
    const names = named.map(({ imported, local, isType }) => {
      const name = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(imported)
        ? imported
        : quoted(imported);
      const renamed = imported === local ? name : `${name} as ${local}`;
      return isType && !areTypes ? `type ${renamed}` : renamed;
    });
    return [...lines, `import ${areTypes ? 'type ' : ''}{ ${names.join(', ')} } ${from}`];
  });
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
