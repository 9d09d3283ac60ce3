/** A node of a syntax tree, as ESTree and its extension for TypeScript describe them. */
export interface Node {
  type: string;
  /** Offsets in the text, in UTF-16 code units. */
  start: number;
  end: number;
  [field: string]: unknown;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** The node in a field; null when there is none. */
export function nodeIn(node: Node, field: string): Node | null {
  const value = node[field];
  return isNode(value) ? value : null;
}

/** The nodes in a field that holds a list, or none. */
export function nodesIn(node: Node, field: string): Node[] {
  const value = node[field];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The text in a field; null when it holds none. */
export function textIn(node: Node | null, field: string): string | null {
  const value = node?.[field];
  return typeof value === 'string' ? value : null;
}

/** These nodes and all below them. */
export function allBelow(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => [node, ...allBelow(childrenOf(node))]);
}

/** All nodes directly below one, in no particular order. */
export function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value) =>
    isNode(value) ? [value] : Array.isArray(value) ? value.filter(isNode) : [],
  );
}
