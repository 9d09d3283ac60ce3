import { describe, expect, it } from 'vitest';
import { fillTemplate } from './fill-template.mjs';

const template = '<head><!--app-head--></head><body><!--app-body--></body>';

describe('fillTemplate', () => {
  it('puts head and body into their places, unchanged', () => {
    const rendered = { head: '<title>a</title>', body: "<p>$1 $& $' costs</p>" };
    expect(fillTemplate(template, rendered)).toBe(
      "<head><title>a</title></head><body><p>$1 $& $' costs</p></body>",
    );
  });

  it('refuses a template that has no place for them, or two', () => {
    expect(() => fillTemplate('<body></body>', { head: '', body: '' })).toThrow('app-head');
    const twice = `${template}<!--app-body-->`;
    expect(() => fillTemplate(twice, { head: '', body: '' })).toThrow('app-body');
  });
});
