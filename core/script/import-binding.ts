import { nodeIn, nodesIn, textIn, type Node } from './syntax/node.ts';

/** One name that an import brings. */
export interface ImportBinding {
  module: string;
  /** What it is called there: a name, `default`, or `*` for everything. */
  imported: string;
  /** What it is called here. */
  local: string;
  isType: boolean;
}

/** The names that the imports of a cell bring. */
export function importBindings(statements: readonly Node[]): ImportBinding[] {
  return importsIn(statements).flatMap((declaration) => {
    const module = textIn(nodeIn(declaration, 'source'), 'value') ?? '';
    return nodesIn(declaration, 'specifiers').map((specifier) => ({
      module,
      imported: importedName(specifier),
      local: textIn(nodeIn(specifier, 'local'), 'name') ?? '',
      isType: [declaration, specifier].some((node) => node['importKind'] === 'type'),
    }));
  });
}

/** The import declarations of a cell. */
export function importsIn(statements: readonly Node[]): Node[] {
  return statements.filter(({ type }) => type === 'ImportDeclaration');
}

/** Two bindings of one thing may share a name. */
export function isSameBinding(a: ImportBinding, b: ImportBinding): boolean {
  return a.module === b.module && a.imported === b.imported && a.isType === b.isType;
}

function importedName(specifier: Node): string {
  switch (specifier.type) {
    case 'ImportDefaultSpecifier':
      return 'default';
    case 'ImportNamespaceSpecifier':
      return '*';
    default: {
      const imported = nodeIn(specifier, 'imported');
      return textIn(imported, 'name') ?? textIn(imported, 'value') ?? 'default';
    }
  }
}
