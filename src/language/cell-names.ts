import type * as ts from 'typescript';
import type { TypeScript } from './typescript.ts';

/** What a cell puts into the notebook's scope. */
export interface CellNames {
  /** Names that it declares or imports, each with the offset at which it does so first. */
  declared: ReadonlyMap<string, number>;
  /** Those of them that its own text exports already. */
  exported: ReadonlySet<string>;
}

/** The names that stand at the top level of a cell. A text with mistakes gives those that can be read. */
export function cellNames(typescript: TypeScript, file: ts.SourceFile): CellNames {
  const declared = new Map<string, number>();
  const exported = new Set<string>();
  for (const statement of file.statements) {
    for (const name of namesOf(typescript, statement)) {
      // What stands for a missing name while somebody types has no text.
      if (name.text === '') continue;
      if (!declared.has(name.text)) declared.set(name.text, name.getStart(file));
      if (isExported(typescript, statement)) exported.add(name.text);
    }
  }
  return { declared, exported };
}

function namesOf(typescript: TypeScript, statement: ts.Statement): ts.Identifier[] {
  if (typescript.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => bound(typescript, name));
  }
  if (typescript.isImportDeclaration(statement)) return imported(typescript, statement);
  const isNamed =
    typescript.isFunctionDeclaration(statement) ||
    typescript.isClassDeclaration(statement) ||
    typescript.isInterfaceDeclaration(statement) ||
    typescript.isTypeAliasDeclaration(statement) ||
    typescript.isEnumDeclaration(statement);
  if (isNamed) return statement.name ? [statement.name] : [];
  if (typescript.isModuleDeclaration(statement) && typescript.isIdentifier(statement.name)) {
    return [statement.name];
  }
  return [];
}

/** The names of a pattern: `{ a, b: [c] }` declares a and c. */
function bound(typescript: TypeScript, name: ts.BindingName): ts.Identifier[] {
  if (typescript.isIdentifier(name)) return [name];
  return name.elements.flatMap((element) =>
    typescript.isOmittedExpression(element) ? [] : bound(typescript, element.name),
  );
}

function imported(typescript: TypeScript, { importClause }: ts.ImportDeclaration): ts.Identifier[] {
  if (!importClause) return [];
  const { name, namedBindings } = importClause;
  const own = name ? [name] : [];
  if (!namedBindings) return own;
  if (typescript.isNamespaceImport(namedBindings)) return [...own, namedBindings.name];
  return [...own, ...namedBindings.elements.map((element) => element.name)];
}

function isExported(typescript: TypeScript, statement: ts.Statement): boolean {
  return (
    typescript.canHaveModifiers(statement) &&
    (typescript.getModifiers(statement) ?? []).some(
      ({ kind }) => kind === typescript.SyntaxKind.ExportKeyword,
    )
  );
}
