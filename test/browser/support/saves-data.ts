/** A script for a page whose browser is to save data: the editor is not loaded there, and cells are plain fields. */
export const SAVES_DATA = `Object.defineProperty(navigator, 'connection', { value: { saveData: true } })`;
