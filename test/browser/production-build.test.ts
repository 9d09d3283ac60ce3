import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const assets = new URL('../../dist/client/assets/', import.meta.url);

it('tests the page as it is served: nothing of it is built for development', () => {
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(1);
  const development = scripts.filter((name) =>
    readFileSync(new URL(name, assets), 'utf8').includes('hydration_html_changed'),
  );
  expect(development).toEqual([]);
});
