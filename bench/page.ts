import type { Browser } from 'playwright-core';
import { ensureBuilt } from '../scripts/lib/ensure-built.mjs';
import { Steps } from '../scripts/lib/steps.mjs';
import { openBrowser } from '../test/support/browser.ts';
import { startJupyterNotebook } from './page/jupyter-notebook.ts';
import type { NotebookSite } from './page/notebook-site.ts';
import { startStreambook } from './page/streambook.ts';
import { firstVisit, runOnce, type FirstVisit } from './page/visit.ts';
import { percentile } from './room/percentile.ts';

const ROUNDS = 5;
/** Runs of the first cell in each round, when everything is warm. */
const CLICKS = 20;
/** Runs of it after that, each when the page has been at rest for so long, in ms. */
const RESTED_CLICKS = 10;
const REST_MS = 200;
/** Time for what begins when a cell is written: colours, types, what was typed being kept; in ms. */
const SETTLE_MS = 3000;

/** Most bytes until the first cell can be run. */
const GOAL_BYTES = 300 * 1024;
/** Most that anything may take of what it takes in Jupyter Notebook. */
const GOAL_RATIO = 1 / 3;

/** What was measured of one site, over all rounds. */
interface Figures {
  visits: FirstVisit[];
  /** One right after the other. */
  clicks: number[];
  rested: number[];
}

/** Prints what a first visit and a click cost, beside Jupyter Notebook in the same browser. */
export async function run(): Promise<void> {
  await ensureBuilt(new Steps());
  const sites: NotebookSite[] = [await startStreambook()];
  const browser = await openBrowser();
  try {
    const peer = await startJupyterNotebook();
    if (peer) sites.push(peer);
    else
      console.log(
        'Jupyter Notebook is not installed, so there is no comparison (Debian: apt-get install jupyter-notebook python3-ipykernel).\n',
      );
    const figures = sites.map((): Figures => ({ visits: [], clicks: [], rested: [] }));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [index, site] of sites.entries()) {
        const all = figures[index];
        if (all) await measure(browser, site, all);
      }
    }
    print(figures[0] ?? { visits: [], clicks: [], rested: [] }, figures[1] ?? null);
  } finally {
    await browser.close();
    for (const site of sites) await site.close();
  }
}

async function measure(browser: Browser, site: NotebookSite, figures: Figures): Promise<void> {
  const { visit, page } = await firstVisit(browser, site);
  figures.visits.push(visit);
  await site.prepare(page);
  await new Promise((settled) => setTimeout(settled, SETTLE_MS));
  const clicks: number[] = [];
  for (let click = 0; click <= CLICKS; click += 1) {
    await site.ready(page);
    clicks.push(await runOnce(page, site));
  }
  // The first one shows the new code's first value.
  figures.clicks.push(...clicks.slice(1));
  for (let click = 0; click < RESTED_CLICKS; click += 1) {
    await site.ready(page);
    await new Promise((rested) => setTimeout(rested, REST_MS));
    figures.rested.push(await runOnce(page, site));
  }
  await page.context().close();
}

interface Row {
  name: string;
  value: (figures: Figures) => number;
  text: (value: number) => string;
  /** The most it may be, of its own unit. */
  most?: number;
  /** True when the goal is a part of the peer's. */
  isCompared?: boolean;
}

const ms = (value: number) => `${value.toFixed(value < 100 ? 1 : 0)} ms`;
const kib = (value: number) => `${(value / 1024).toFixed(0)} KiB`;
const median = (pick: (visit: FirstVisit) => number) => (figures: Figures) =>
  percentile(figures.visits.map(pick), 0.5);

const ROWS: Row[] = [
  {
    name: 'loaded until the first cell can be run',
    value: median(({ bytes }) => bytes),
    text: kib,
    most: GOAL_BYTES,
  },
  { name: 'loaded in all', value: median(({ allBytes }) => allBytes), text: kib },
  {
    name: 'first contentful paint',
    value: median(({ paint }) => paint),
    text: ms,
    isCompared: true,
  },
  { name: 'first cell can be run', value: median(({ runnable }) => runnable), text: ms },
  { name: 'first output', value: median(({ output }) => output), text: ms, isCompared: true },
  {
    name: 'click to painted output, median',
    value: ({ clicks }) => percentile(clicks, 0.5),
    text: ms,
    isCompared: true,
  },
  {
    name: 'click to painted output, 95 %',
    value: ({ clicks }) => percentile(clicks, 0.95),
    text: ms,
  },
  {
    name: 'click to painted output after a rest, median',
    value: ({ rested }) => percentile(rested, 0.5),
    text: ms,
  },
];

function print(own: Figures, peer: Figures | null): void {
  console.log(
    `Medians of ${ROUNDS} first visits with an empty cache, ${CLICKS} clicks in each, one right after the other.`,
  );
  console.log(
    `Goals: at most ${kib(GOAL_BYTES)} until the first cell can be run; paint, first output and click at most ${GOAL_RATIO.toFixed(2)} × Jupyter Notebook's.\n`,
  );
  console.log('| | Streambook | Jupyter Notebook | ratio |');
  console.log('|---|---:|---:|---:|');
  for (const { name, value, text, most, isCompared } of ROWS) {
    const mine = value(own);
    const theirs = peer ? value(peer) : null;
    const ratio = theirs === null ? null : mine / theirs;
    const isOver =
      (most !== undefined && mine > most) ||
      (isCompared === true && ratio !== null && ratio > GOAL_RATIO);
    const cells = [
      name,
      text(mine),
      theirs === null ? '–' : text(theirs),
      `${ratio === null ? '–' : `${ratio.toFixed(2)} ×`}${isOver ? ', too much' : ''}`,
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
