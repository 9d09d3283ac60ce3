import { isElement } from '../lit/is-element.ts';

const steps: Record<string, number> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
  PageUp: -10,
  PageDown: 10,
};

/**
 * Makes one stop for the Tab key of many options: arrow keys, Home, End, Page Up and Page Down walk
 * among the elements with role "option". Only the one that has the turn can be focused, so that a
 * thousand of them need no attribute of their own. The last one has the turn until somebody walks. An
 * attachment for Svelte elements.
 */
export function rovingFocus(list: HTMLElement): () => void {
  let current: HTMLElement | null = null;
  let hasWalked = false;

  const options = () => [...list.querySelectorAll<HTMLElement>('[role="option"]')];

  const give = (option: HTMLElement | null) => {
    if (option === current) return;
    current?.removeAttribute('tabindex');
    current = option;
    current?.setAttribute('tabindex', '0');
  };

  const keep = () => {
    if (current === null || !list.contains(current)) hasWalked = false;
    const isFocused = current !== null && current.ownerDocument.activeElement === current;
    if (!hasWalked && !isFocused) give(options().at(-1) ?? null);
  };

  const walk = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const all = options();
    const step = steps[event.key];
    const here = current === null ? -1 : all.indexOf(current);
    const target =
      step !== undefined
        ? Math.min(all.length - 1, Math.max(0, here + step))
        : event.key === 'Home'
          ? 0
          : event.key === 'End'
            ? all.length - 1
            : null;
    const option = target === null ? undefined : all[target];
    if (option === undefined) return;
    event.preventDefault();
    hasWalked = true;
    give(option);
    option.focus();
  };

  const take = (event: Event) => {
    const { target } = event;
    const option = isElement(target) ? target.closest<HTMLElement>('[role="option"]') : null;
    if (option === null) return;
    hasWalked = true;
    give(option);
    option.focus({ preventScroll: true });
  };

  const changes = new MutationObserver(keep);
  changes.observe(list, { childList: true, subtree: true });
  list.addEventListener('keydown', walk);
  list.addEventListener('click', take);
  keep();
  return () => {
    changes.disconnect();
    list.removeEventListener('keydown', walk);
    list.removeEventListener('click', take);
  };
}
