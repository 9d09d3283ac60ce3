import { render as renderComponent } from 'svelte/server';
import App from './App.svelte';

/** The page as HTML, for the places marked `app-head` and `app-body` in index.html. */
export function render(): { head: string; body: string } {
  const { head, body } = renderComponent(App);
  return { head, body };
}
