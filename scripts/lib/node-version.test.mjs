import { describe, expect, it } from 'vitest';
import { tooOld } from './node-version.mjs';

describe('tooOld', () => {
  it('accepts the version itself and newer ones', () => {
    expect(tooOld('20.19.0', '>=20.19')).toBeNull();
    expect(tooOld('20.20.2', '>=20.19')).toBeNull();
    expect(tooOld('24.0.0', '>=20.19')).toBeNull();
  });

  it('says in one sentence what is needed', () => {
    expect(tooOld('20.9.1', '>=20.19')).toMatch(
      /^Streambook needs Node\.js 20\.19 .* this is 20\.9\.1: /,
    );
    expect(tooOld('18.20.4', '>=20.19')).not.toBeNull();
  });
});
