/** What an ICC profile calls itself: text in ASCII (version 2) or UTF-16 (version 4). */
export function profileName(icc: Uint8Array): string {
  const view = new DataView(icc.buffer, icc.byteOffset, icc.length);
  const tags = icc.length >= 132 ? Math.min(view.getUint32(128), (icc.length - 132) / 12) : 0;
  for (let i = 0; i < tags; i++) {
    const entry = 132 + 12 * i;
    if (view.getUint32(entry) !== 0x64657363) continue;
    const [from, length] = [view.getUint32(entry + 4), view.getUint32(entry + 8)];
    const content = icc.subarray(from, from + length);
    const latin = String.fromCharCode(...content.subarray(0, 400));
    const start = latin.startsWith('mluc') ? 28 : 12;
    return latin.slice(start).replaceAll('\0', '').trim();
  }
  return '';
}

/** Whether a profile is one of the many of sRGB, whose colours need no turning. */
export function isSrgbProfile(icc: Uint8Array): boolean {
  return profileName(icc).startsWith('sRGB');
}
