import { hydrate } from 'svelte';
import App from './App.svelte';
import { layOutAll, opensAtPlace } from './place/lay-out.ts';
import { Waker } from './wake/waker.ts';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html has no element #app');
if (opensAtPlace()) layOutAll();
const parts = new Waker();
parts.listen(document);
hydrate(App, { target, props: { parts } });
