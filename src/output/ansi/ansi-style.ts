/** A colour of a terminal: one of its sixteen, or an exact one. */
export type AnsiColor = { kind: 'named'; index: number } | { kind: 'exact'; rgb: Rgb };

/** Red, green and blue, each 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** How a terminal would write a text. */
export interface AnsiStyle {
  color: AnsiColor | null;
  background: AnsiColor | null;
  bold: boolean;
  dim: boolean;
  italic: boolean;
  underline: boolean;
  inverse: boolean;
  strike: boolean;
}

/** As text is written when nothing was said about it. */
export const PLAIN: AnsiStyle = {
  color: null,
  background: null,
  bold: false,
  dim: false,
  italic: false,
  underline: false,
  inverse: false,
  strike: false,
};

/** A piece of text in one style; PLAIN itself where there is none. */
export interface StyledText {
  text: string;
  style: AnsiStyle;
}
