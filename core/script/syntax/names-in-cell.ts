import { childrenOf, nodeIn, nodesIn, textIn, type Node } from './node.ts';
import { Scope } from './scope.ts';

/** One place where a name stands in a text. */
export interface Occurrence {
  /** Offset of its first character. */
  start: number;
  /** True in `{ name }`, which is short for `{ name: name }`. */
  isShorthand: boolean;
}

/** The names of a cell that other cells can share, each with all places where it stands. */
export interface CellNames {
  /** Declared at the top of the cell, imports among them. */
  declares: Map<string, Occurrence[]>;
  /** Used and not declared in it: from an earlier cell, or known everywhere. */
  uses: Map<string, Occurrence[]>;
}

/** Finds the names of a cell; names inside functions and blocks are their own affair. */
export function namesInCell(statements: readonly Node[]): CellNames {
  const walk = new Walk();
  for (const statement of statements) walk.visit(statement, walk.top);
  return walk.result();
}

const blocks: ReadonlySet<string> = new Set([
  'BlockStatement',
  'CatchClause',
  'ForInStatement',
  'ForOfStatement',
  'ForStatement',
  'StaticBlock',
  'SwitchStatement',
  'TSModuleBlock',
  'TSFunctionType',
  'TSConstructorType',
  'TSCallSignatureDeclaration',
  'TSConstructSignatureDeclaration',
  'TSIndexSignature',
  'TSMappedType',
  'TSConditionalType',
]);

/** Nodes that have a name of their own in a field, and no reference in it. */
const labelled: Record<string, string> = {
  BreakStatement: 'label',
  ContinueStatement: 'label',
  LabeledStatement: 'label',
  TSEnumMember: 'id',
  TSNamedTupleMember: 'label',
  TSQualifiedName: 'right',
  TSTypePredicate: 'parameterName',
};

class Walk {
  readonly top = new Scope(null, true);
  readonly #declared: { name: string; scope: Scope; at: Occurrence }[] = [];
  readonly #used: { name: string; scope: Scope; at: Occurrence }[] = [];

  visit(node: Node | null, scope: Scope): void {
    if (node === null) return;
    switch (node.type) {
      case 'Identifier':
        this.#use(node, scope, false);
        break;
      case 'ImportDeclaration':
        for (const { local } of nodesIn(node, 'specifiers').map((one) => ({
          local: nodeIn(one, 'local'),
        })))
          this.#declare(local, scope, false);
        break;
      case 'VariableDeclaration': {
        const target = node['kind'] === 'var' ? scope.functionScope : scope;
        for (const declarator of nodesIn(node, 'declarations')) {
          this.#bind(nodeIn(declarator, 'id'), target, scope);
          this.visit(nodeIn(declarator, 'init'), scope);
        }
        break;
      }
      case 'FunctionDeclaration':
      case 'TSDeclareFunction':
        this.#declare(nodeIn(node, 'id'), scope, false);
        this.#function(node, scope);
        break;
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
      case 'TSDeclareMethod':
        this.#function(node, scope);
        break;
      case 'ClassDeclaration':
      case 'TSInterfaceDeclaration':
      case 'TSTypeAliasDeclaration':
      case 'TSEnumDeclaration':
      case 'TSModuleDeclaration':
        this.#declare(nodeIn(node, 'id'), scope, false);
        this.#rest(node, new Scope(scope, false), ['id']);
        break;
      case 'ClassExpression': {
        const inner = new Scope(scope, false);
        this.#declare(nodeIn(node, 'id'), inner, false);
        this.#rest(node, inner, ['id']);
        break;
      }
      case 'MemberExpression':
        this.#rest(node, scope, node['computed'] === true ? [] : ['property']);
        break;
      case 'MetaProperty':
        break;
      case 'Property':
        if (node['shorthand'] === true) this.#shorthand(nodeIn(node, 'value'), scope);
        else this.#rest(node, scope, node['computed'] === true ? [] : ['key']);
        break;
      case 'MethodDefinition':
      case 'PropertyDefinition':
      case 'TSPropertySignature':
        this.#rest(node, scope, node['computed'] === true ? [] : ['key']);
        break;
      case 'TSMethodSignature': {
        const inner = new Scope(scope, false);
        this.#bindAll(nodesIn(node, 'parameters'), inner);
        this.#rest(node, inner, ['parameters', ...(node['computed'] === true ? [] : ['key'])]);
        break;
      }
      case 'TSTypeParameter': {
        const name = textIn(node, 'name');
        if (name !== null) scope.names.add(name);
        this.#rest(node, scope, []);
        break;
      }
      default: {
        const inner = blocks.has(node.type) ? new Scope(scope, false) : scope;
        this.#bindAll(nodesIn(node, 'parameters'), inner);
        if (node.type === 'CatchClause') this.#bind(nodeIn(node, 'param'), inner, inner);
        this.#rest(node, inner, ['parameters', 'param', labelled[node.type] ?? '']);
      }
    }
  }

  /** What every name means can be told only now: a function may use what is declared below it. */
  result(): CellNames {
    const names: CellNames = { declares: new Map(), uses: new Map() };
    for (const { name, scope, at } of this.#declared) {
      if (scope === this.top) add(names.declares, name, at);
    }
    for (const { name, scope, at } of this.#used) {
      const home = scope.find(name);
      if (home === this.top) add(names.declares, name, at);
      if (home === null) add(names.uses, name, at);
    }
    return names;
  }

  #function(node: Node, scope: Scope): void {
    const inner = new Scope(scope, true);
    if (node.type === 'FunctionExpression') this.#declare(nodeIn(node, 'id'), inner, false);
    this.#bindAll(nodesIn(node, 'params'), inner);
    this.#rest(node, inner, ['id', 'params']);
  }

  /** Visits what is below a node, without some of its fields. */
  #rest(node: Node, scope: Scope, without: readonly string[]): void {
    const skipped = without.flatMap((field) => [nodeIn(node, field), ...nodesIn(node, field)]);
    for (const child of childrenOf(node)) if (!skipped.includes(child)) this.visit(child, scope);
  }

  #bindAll(patterns: readonly Node[], scope: Scope): void {
    for (const pattern of patterns) this.#bind(pattern, scope, scope);
  }

  /** Declares the names of a pattern; what stands in it otherwise is looked up from `here`. */
  #bind(pattern: Node | null, scope: Scope, here: Scope): void {
    switch (pattern?.type) {
      case 'Identifier':
        this.#declare(pattern, scope, false);
        this.visit(nodeIn(pattern, 'typeAnnotation'), here);
        break;
      case 'AssignmentPattern':
        this.#bind(nodeIn(pattern, 'left'), scope, here);
        this.visit(nodeIn(pattern, 'right'), here);
        break;
      case 'ArrayPattern':
        for (const element of nodesIn(pattern, 'elements')) this.#bind(element, scope, here);
        this.visit(nodeIn(pattern, 'typeAnnotation'), here);
        break;
      case 'ObjectPattern':
        for (const property of nodesIn(pattern, 'properties')) this.#bind(property, scope, here);
        this.visit(nodeIn(pattern, 'typeAnnotation'), here);
        break;
      case 'Property': {
        const value = nodeIn(pattern, 'value');
        if (pattern['computed'] === true) this.visit(nodeIn(pattern, 'key'), here);
        if (pattern['shorthand'] !== true) this.#bind(value, scope, here);
        else if (value?.type === 'AssignmentPattern') {
          this.#declare(nodeIn(value, 'left'), scope, true);
          this.visit(nodeIn(value, 'right'), here);
        } else this.#declare(value, scope, true);
        break;
      }
      case 'RestElement':
        this.#bind(nodeIn(pattern, 'argument'), scope, here);
        break;
      case 'TSParameterProperty':
        this.#bind(nodeIn(pattern, 'parameter'), scope, here);
        break;
      default:
        this.visit(pattern ?? null, here);
    }
  }

  #shorthand(value: Node | null, scope: Scope): void {
    if (value?.type !== 'AssignmentPattern') return this.#use(value, scope, true);
    this.#use(nodeIn(value, 'left'), scope, true);
    return this.visit(nodeIn(value, 'right'), scope);
  }

  #declare(identifier: Node | null, scope: Scope, isShorthand: boolean): void {
    const name = textIn(identifier, 'name');
    if (identifier === null || name === null || name === 'this') return;
    scope.names.add(name);
    this.#declared.push({ name, scope, at: { start: identifier.start, isShorthand } });
  }

  #use(identifier: Node | null, scope: Scope, isShorthand: boolean): void {
    const name = textIn(identifier, 'name');
    // `as const` looks like the name of a type.
    if (identifier === null || name === null || name === 'const') return;
    this.#used.push({ name, scope, at: { start: identifier.start, isShorthand } });
  }
}

function add(map: Map<string, Occurrence[]>, name: string, at: Occurrence): void {
  const places = map.get(name) ?? [];
  // A short form of import stands for two nodes at one place.
  if (!places.some(({ start }) => start === at.start)) map.set(name, [...places, at]);
}
