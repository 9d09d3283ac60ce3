import './styles/index.css';
import { hydrate } from 'svelte';
import * as v from 'valibot';
import { course, lessons } from 'virtual:tutorial';
import StaticPage from './static/StaticPage.svelte';
import { SiteContent } from './static/site-content.ts';
import { KEPT_HTML } from './tutorial/page-lesson.ts';

const target = document.getElementById('app');
const told = document.getElementById('content')?.textContent;
if (!target || !told) throw new Error('This is no page of the static site.');
const content = v.parse(SiteContent, JSON.parse(told));
hydrate(StaticPage, {
  target,
  props: { content, site: { course, lessons, codeHtml: () => KEPT_HTML } },
});
