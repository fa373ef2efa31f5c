import type { ReactElement } from 'react';

const stroke = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.6,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/** Drawn on a 16 × 16 grid, in the colour of the text around them. */
const shapes = {
  add: <path d="M8 3v10M3 8h10" />,
  alert: <path d="M8 2.2 14.4 13.4H1.6ZM8 6.6v3M8 11.6v.1" />,
  back: <path d="M10 3 5 8l5 5" />,
  check: <path d="m3 8.5 3.4 3.4L13 4.6" />,
  chip: (
    <>
      <rect x="4" y="4" width="8" height="8" rx="1.6" />
      <path d="M6.2 1.6v2.2M9.8 1.6v2.2M6.2 12.2v2.2M9.8 12.2v2.2M1.6 6.2h2.2M1.6 9.8h2.2M12.2 6.2h2.2M12.2 9.8h2.2" />
    </>
  ),
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  contrast: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 2.2a5.8 5.8 0 0 1 0 11.6Z" fill="currentColor" />
    </>
  ),
  copy: <path d="M5.4 5.4h8v8h-8ZM2.6 10.6v-8h8" />,
  down: <path d="m4 6 4 4 4-4" />,
  download: <path d="M8 2.4v7.4M4.8 7 8 10.2 11.2 7M2.6 13.4h10.8" />,
  edit: <path d="m3 13 .7-2.9 7-7a1.2 1.2 0 0 1 1.7 0l.5.5a1.2 1.2 0 0 1 0 1.7l-7 7Z" />,
  expand: <path d="M9.6 2.6h3.8v3.8M6.4 13.4H2.6V9.6M13 3 9.4 6.6M3 13l3.6-3.6" />,
  eye: (
    <>
      <path d="M1.6 8S4 3.6 8 3.6 14.4 8 14.4 8 12 12.4 8 12.4 1.6 8 1.6 8Z" />
      <circle cx="8" cy="8" r="1.9" />
    </>
  ),
  'eye-off': (
    <path d="M6.4 3.8A6.6 6.6 0 0 1 8 3.6c4 0 6.4 4.4 6.4 4.4a11 11 0 0 1-1.8 2.3M9.6 12.2a6.6 6.6 0 0 1-1.6.2C4 12.4 1.6 8 1.6 8a11 11 0 0 1 2-2.5M2.6 2.6l10.8 10.8" />
  ),
  file: <path d="M4 1.8h5l3 3v9.4H4ZM9 1.8v3h3" />,
  folder: <path d="M1.8 12.6V3.8h4.4l1.6 1.8h6.4v7Z" />,
  forward: <path d="m6 3 5 5-5 5" />,
  globe: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M2.2 8h11.6M8 2.2c4 3.6 4 8 0 11.6-4-3.6-4-8 0-11.6Z" />
    </>
  ),
  image: (
    <>
      <rect x="2" y="2.6" width="12" height="10.8" rx="1.6" />
      <path d="m2.4 11.4 3.4-3.6 2.6 2.6 2-2 3.2 3.2" />
      <circle cx="10.4" cy="5.8" r="1" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 7.2v3.6M8 5.1v.1" />
    </>
  ),
  key: (
    <>
      <circle cx="5" cy="8" r="3" />
      <path d="M8 8h6.4M12 8v2.6M9.8 8v1.8" />
    </>
  ),
  keyboard: (
    <>
      <rect x="1.6" y="4" width="12.8" height="8.4" rx="1.6" />
      <path d="M4.2 6.8v.1M6.8 6.8v.1M9.3 6.8v.1M11.8 6.8v.1M5.2 9.8h5.6" />
    </>
  ),
  label: <path d="M2.2 2.6h5l6.6 6.6-4.8 4.8-6.8-6.6ZM5 5.4v.1" />,
  lock: (
    <>
      <rect x="3" y="7" width="10" height="7" rx="1.6" />
      <path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2" />
    </>
  ),
  menu: <path d="M2.6 4.4h10.8M2.6 8h10.8M2.6 11.6h10.8" />,
  moon: <path d="M13.4 9.6A5.8 5.8 0 0 1 6.4 2.6a5.8 5.8 0 1 0 7 7Z" />,
  more: <path d="M3.6 8v.1M8 8v.1M12.4 8v.1" strokeWidth="2.4" />,
  redo: <path d="M10.4 3 13.4 6l-3 3M13 6H6.4a3.6 3.6 0 0 0 0 7.2h2.4" />,
  refresh: <path d="M13.4 2.8v3.6H9.8M13.2 6.2A5.6 5.6 0 1 0 13.6 9" />,
  remove: <path d="M2.8 4.4h10.4M6.2 4.2V2.4h3.6v1.8M4.2 4.6l.6 9h6.4l.6-9" />,
  save: <path d="M2.6 2.6h8.6l2.2 2.2v8.6H2.6ZM5 2.8v3.4h5V2.8M4.8 13.2V9h6.4v4.2" />,
  settings: <path d="M2.4 4.8h6M11.6 4.8h2M2.4 11.2h2M7.6 11.2h6M10 3.2v3.2M6 9.6v3.2" />,
  shield: <path d="M8 1.8 13.2 3.6v4c0 3.2-2.2 5.4-5.2 6.6-3-1.2-5.2-3.4-5.2-6.6v-4Z" />,
  spark: <path d="M8 1.8 9.6 6.4 14.2 8 9.6 9.6 8 14.2 6.4 9.6 1.8 8 6.4 6.4Z" />,
  sun: (
    <>
      <circle cx="8" cy="8" r="2.8" />
      <path d="M8 1.4v1.4M8 13.2v1.4M1.4 8h1.4M13.2 8h1.4M3.3 3.3l1 1M11.7 11.7l1 1M3.3 12.7l1-1M11.7 4.3l1-1" />
    </>
  ),
  undo: <path d="M5.6 3 2.6 6l3 3M3 6h6.6a3.6 3.6 0 0 1 0 7.2H7.2" />,
} satisfies Record<string, ReactElement>;

export type IconName = keyof typeof shapes;

/** A picture beside words; hidden from assistive technology. `size` in CSS pixels. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false" {...stroke}>
      {shapes[name]}
    </svg>
  );
}
