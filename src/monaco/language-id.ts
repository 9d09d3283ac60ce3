/** The language that cells are written in, as Monaco knows it. */
export const LANGUAGE = 'typescript';
