import { hydrate } from 'svelte';
import App from './App.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no element #app');
// From here on all of the page is laid out: see styles/first-paint.css.
document.documentElement.classList.add('live');
hydrate(App, { target });
