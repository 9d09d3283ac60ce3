import type * as acorn from 'acorn';

/** Replaces `text.slice(start, end)` by `by`. */
interface Edit {
  start: number;
  end: number;
  by: string;
}

/**
 * Imports as calls of the kernel's loader, on the same lines, since a REPL takes no import statement.
 * @param code JavaScript without types
 * @param source the text it was made from: a name that stands there as a type only may be missing
 * @param load the expression that loads a module: `load(specifier, names)`
 */
export function rewriteImports(
  code: string,
  source: string,
  statements: readonly acorn.AnyNode[],
  load: string,
): string {
  const edits: Edit[] = [];
  for (const node of statements) collect(node, code, source, load, edits);
  return applyEdits(code, edits);
}

function collect(node: acorn.AnyNode, code: string, source: string, load: string, edits: Edit[]) {
  if (node.type === 'ImportDeclaration') {
    edits.push({ start: node.start, end: node.end, by: importCall(node, code, source, load) });
    return;
  }
  if (node.type === 'ImportExpression') {
    edits.push({
      start: node.start,
      end: node.source.start,
      by: `Promise.resolve().then(() => ${load}(`,
    });
    edits.push({ start: node.end, end: node.end, by: ')' });
  }
  for (const child of children(node)) collect(child, code, source, load, edits);
}

function importCall(
  node: acorn.ImportDeclaration,
  code: string,
  source: string,
  load: string,
): string {
  const from = JSON.stringify(node.source.value);
  const lines = '\n'.repeat(code.slice(node.start, node.end).split('\n').length - 1);
  const names: string[] = [];
  const parts: string[] = [];
  const whole: string[] = [];
  for (const specifier of node.specifiers) {
    const local = specifier.local.name;
    if (specifier.type === 'ImportNamespaceSpecifier') {
      whole.push(local);
      continue;
    }
    const imported =
      specifier.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(specifier.imported);
    if (!isTypeOnly(local, code, source)) names.push(imported);
    parts.push(`${JSON.stringify(imported)}: ${local}`);
  }
  const call = `${load}(${from}, ${JSON.stringify(names)})`;
  const declared = [...whole.map((name) => `${name} = ${call}`)];
  if (parts.length > 0) declared.push(`{ ${parts.join(', ')} } = ${call}`);
  return declared.length > 0 ? `const ${declared.join(', ')};${lines}` : `${call};${lines}`;
}

function nameOf(node: acorn.Identifier | acorn.Literal): string {
  return node.type === 'Identifier' ? node.name : String(node.value);
}

/** True when the text uses a name in places that were blanked out with the types, and in no others. */
function isTypeOnly(name: string, code: string, source: string): boolean {
  const left = count(code, name);
  return left === 1 && count(source, name) > left;
}

function count(text: string, name: string): number {
  return (
    text.match(new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`, 'g'))?.length ?? 0
  );
}

function children(node: acorn.AnyNode): acorn.AnyNode[] {
  return Object.values(node).flat().filter(isNode);
}

function isNode(value: unknown): value is acorn.AnyNode {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
  );
}

function applyEdits(code: string, edits: Edit[]): string {
  let result = code;
  for (const { start, end, by } of edits.sort((a, b) => b.start - a.start || b.end - a.end)) {
    result = result.slice(0, start) + by + result.slice(end);
  }
  return result;
}
