import { hydrate } from 'svelte';
import App from './App.svelte';
import { layOutAll, opensAtPlace } from './place/lay-out.ts';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no element #app');
if (opensAtPlace()) layOutAll();
hydrate(App, { target });
