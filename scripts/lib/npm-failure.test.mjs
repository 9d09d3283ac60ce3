import { describe, expect, it } from 'vitest';
import { npmFailure } from './npm-failure.mjs';

describe('npmFailure', () => {
  it.each([
    ['npm error code ENOTFOUND\nnpm error network request to a host failed', 'internet'],
    ['npm error code ENOSPC\nnpm error nospc no space left on device, write', 'disk is full'],
    ['npm error code EACCES\nnpm error Error: EACCES: permission denied, mkdir', 'may not write'],
    ['npm error code EUSAGE\nnpm error `npm ci` can only install packages when', 'disagree'],
    ['npm error code EINTEGRITY', 'damaged'],
    ['npm error something new', 'see above'],
  ])('turns %j into what to do', (output, words) => {
    const sentence = npmFailure(output);
    expect(sentence).toContain(words);
    expect(sentence).toMatch(/ start again\.$/);
  });
});
