import { describe, expect, it } from 'vitest';
import { visibleAt100 } from '../../../../src/core/picture/visibility.ts';

describe('whether a change is seen at 100 %', () => {
  it('follows the worse of structure and colour', () => {
    expect(visibleAt100({ structure: 1, colour: 0 })).toBe('no');
    expect(visibleAt100({ structure: 0.999, colour: 3.4 })).toBe('slightly');
    expect(visibleAt100({ structure: 0.99, colour: 1 })).toBe('slightly');
    // A ghost with no colour of its own, and a tint without a ghost.
    expect(visibleAt100({ structure: 0.9, colour: 1 })).toBe('yes');
    expect(visibleAt100({ structure: 1, colour: 7 })).toBe('yes');
  });

  it('goes by colour alone where a picture is too small for structure', () => {
    expect(visibleAt100({ structure: null, colour: 1 })).toBe('no');
    expect(visibleAt100({ structure: null, colour: 6 })).toBe('yes');
  });
});
