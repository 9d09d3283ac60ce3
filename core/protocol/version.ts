/** Rises when an old page and a new server would misunderstand each other. */
export const PROTOCOL = 6;
