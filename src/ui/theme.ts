/** Puts the chosen theme on the page; `system` leaves it to the device. */
export function applyTheme(
  theme: 'system' | 'light' | 'dark',
  root: HTMLElement = document.documentElement,
): void {
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
}
