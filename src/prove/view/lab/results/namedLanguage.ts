/**
 * Comes before uPlot, which asks `Intl` for the browser's language while it loads. WebKitGTK names that language `C` on a
 * machine without one (`LANG=C.UTF-8`, as in many containers); `Intl` throws at it, and the page would be gone. A name
 * that no language has is of no use to anybody, so the page's own takes its place.
 */
function nameLanguage(): void {
  try {
    new Intl.NumberFormat(navigator.language);
  } catch {
    Object.defineProperty(navigator, 'language', {
      value: document.documentElement.lang || 'en',
      configurable: true,
    });
  }
}

nameLanguage();
