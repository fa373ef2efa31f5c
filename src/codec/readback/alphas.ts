/** `binary`: pixels are there or not, none in between. */
export function alphasOf(data: Uint8ClampedArray): 'opaque' | 'binary' | 'some' {
  let binary = false;
  for (let i = 3; i < data.length; i += 4) {
    const alpha = data[i];
    if (alpha === 255) continue;
    if (alpha !== 0) return 'some';
    binary = true;
  }
  return binary ? 'binary' : 'opaque';
}

/** Whether there is a pixel that is wholly clear: what colour it had, a canvas has forgotten. */
export function hasClear(data: Uint8ClampedArray): boolean {
  for (let i = 3; i < data.length; i += 4) if (data[i] === 0) return true;
  return false;
}
