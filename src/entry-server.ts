import { render as renderComponent } from 'svelte/server';
import { course } from 'virtual:tutorial';
import App from './App.svelte';
import { courseHead } from './tutorial/course-head.ts';
import { RenderedParts } from './wake/rendered-parts.ts';

/** The page as HTML, for the places marked `app-head` and `app-body` in index.html. */
export function render(): { head: string; body: string } {
  const parts = new RenderedParts();
  const { head, body } = renderComponent(App, { props: { parts } });
  return { head: `${courseHead(course)}${head}`, body: parts.fill(body) };
}
