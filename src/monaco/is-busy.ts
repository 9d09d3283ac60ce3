/** What Escape closes before it leaves the editor. */
const WIDGETS = [
  '.suggest-widget.visible',
  '.parameter-hints-widget.visible',
  '.rename-box',
  '.monaco-editor-overlaymessage',
];

/** True when Escape has something to do inside the editor first: close a widget, drop a second cursor. */
export function isBusy(parent: HTMLElement, selections: readonly unknown[] | null): boolean {
  if ((selections?.length ?? 0) > 1) return true;
  return [...parent.querySelectorAll<HTMLElement>(WIDGETS.join())].some((widget) =>
    widget.checkVisibility({ visibilityProperty: true }),
  );
}
