/** Puts the focus on the first thing in the lens: the button that closes it, or what it can be shown as. */
export function focusLens(): void {
  const buttons = document.querySelectorAll<HTMLElement>('#stream-lens button');
  [...buttons].find((button) => button.checkVisibility())?.focus({ preventScroll: true });
}
