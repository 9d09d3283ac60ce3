import { parse } from 'acorn';

/**
 * The packages that a bundled module imports, each once.
 * @param {string} source
 * @returns {string[]}
 */
export function importedPackages(source) {
  const { body } = parse(source, { ecmaVersion: 'latest', sourceType: 'module' });
  const names = body.flatMap((statement) => {
    if (statement.type !== 'ImportDeclaration') return [];
    const from = String(statement.source.value);
    return /^(node:|\.)/.test(from) ? [] : [packageName(from)];
  });
  return [...new Set(names)];
}

/** @param {string} specifier `@scope/name/part` */
function packageName(specifier) {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
