import { render as renderComponent } from 'svelte/server';
import { course } from 'virtual:tutorial';
import App from './App.svelte';
import { courseHead } from './tutorial/course-head.ts';

/** The page as HTML, for the places marked `app-head` and `app-body` in index.html. */
export function render(): { head: string; body: string } {
  const { head, body } = renderComponent(App);
  return { head: `${courseHead(course)}${head}`, body };
}
