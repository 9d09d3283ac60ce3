import type { languages } from 'monaco-editor/editor';
import { EncodedTokenMetadata, INITIAL, type StateStack } from 'shiki/textmate';
import type { HighlighterCore } from 'shiki/types';
import { LONGEST_LINE } from '../highlight/highlighter.ts';
import { kindOfColor } from '../highlight/theme.ts';

/** Where the tokenizer stands at the end of a line, in the form that Monaco keeps. */
class LineState implements languages.IState {
  readonly stack: StateStack;

  constructor(stack: StateStack) {
    this.stack = stack;
  }

  clone(): LineState {
    return new LineState(this.stack);
  }

  equals(other: languages.IState): boolean {
    return other instanceof LineState && other.stack.equals(this.stack);
  }
}

/**
 * Lets Monaco colour a cell with the grammar that coloured it before scripts ran, so that a cell does
 * not change its looks when it is focused.
 */
export function tokensProvider(highlighter: HighlighterCore): languages.TokensProvider {
  const { colorMap } = highlighter.setTheme('streambook');
  const grammar = highlighter.getLanguage('typescript');
  return {
    getInitialState: () => new LineState(INITIAL),
    tokenize(line, state) {
      const stack = state instanceof LineState ? state.stack : INITIAL;
      if (line.length > LONGEST_LINE) {
        return { tokens: [{ startIndex: 0, scopes: 'plain' }], endState: new LineState(stack) };
      }
      const { tokens, ruleStack } = grammar.tokenizeLine2(line, stack);
      return { tokens: decode(tokens, colorMap), endState: new LineState(ruleStack) };
    },
  };
}

/** Pairs of start index and metadata, as the grammar gives them, to Monaco's tokens. */
function decode(pairs: Uint32Array, colorMap: string[]): languages.IToken[] {
  const tokens: languages.IToken[] = [];
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const color = colorMap[EncodedTokenMetadata.getForeground(pairs[i + 1] ?? 0)];
    tokens.push({ startIndex: pairs[i] ?? 0, scopes: kindOfColor(color) });
  }
  return tokens;
}
