import type { Plugin } from 'vite';

/** What Monaco asks for, and what it should: places in the window, which is what it compares them with. */
const ASKS: Record<string, readonly [wrong: string, right: string]> = {
  'contrib/suggest/browser/suggestWidget.js': [
    'getDomNodePagePosition(this.editor.getDomNode())',
    'this.editor.getDomNode().getBoundingClientRect()',
  ],
  'contrib/hover/browser/resizableContentWidget.js': [
    'getDomNodePagePosition(editorDomNode)',
    'editorDomNode.getBoundingClientRect()',
  ],
};

/**
 * Monaco takes the room above and below a line of text from its place in the page, as if the page were
 * never scrolled: what it offers would always lie above the line, or on it. Fails the build when a new
 * version of Monaco asks in another way.
 */
export function editorInWindow(): Plugin {
  return {
    name: 'streambook:editor-in-window',
    transform: {
      filter: { id: /\/monaco-editor\/esm\/vs\/editor\/contrib\/(?:suggest|hover)\/browser\// },
      handler(code, id) {
        const ask = Object.entries(ASKS).find(([file]) => id.endsWith(file))?.[1];
        if (!ask) return null;
        const [wrong, right] = ask;
        if (!code.includes(wrong)) this.error(`Monaco does not ask for ${wrong} here any more.`);
        return { code: code.replaceAll(wrong, right), map: null };
      },
    },
  };
}
