/**
 * The twenty pairs that the bounds of `visibleAt100` were set on. One viewer looked at original and protected photo side
 * by side at 100 %, knew which was which, and said whether the change is seen. `photo` lies in the folder of photos beside
 * the repository, in those of Debian's python3-skimage 0.19.3, or is drawn here; `seed` stands for the key.
 */
export interface Judged {
  readonly photo: string;
  readonly preset: 'Light' | 'Standard' | 'Strong' | 'old veil';
  readonly seed: string;
  readonly seen: 'no' | 'slightly' | 'yes';
}

export const judged: readonly Judged[] = [
  { photo: 'cassette player/n02979186_11516.jpg', preset: 'Light', seed: 'looks 100', seen: 'no' },
  { photo: 'chain saw/n03000684_16063.jpg', preset: 'Light', seed: 'looks 101', seen: 'no' },
  { photo: 'church/n03028079_79938.jpg', preset: 'Light', seed: 'looks 102', seen: 'no' },
  { photo: 'church/n03028079_79938.jpg', preset: 'Strong', seed: 'looks 102', seen: 'yes' },
  { photo: 'english springer/n02102040_196.jpg', preset: 'Light', seed: 'looks 103', seen: 'no' },
  { photo: 'french horn/n03394916_57583.jpg', preset: 'Light', seed: 'looks 104', seen: 'slightly' },
  { photo: 'garbage truck/n03417042_12019.jpg', preset: 'Light', seed: 'looks 105', seen: 'no' },
  { photo: 'golf ball/n03445777_5043.jpg', preset: 'Light', seed: 'looks 106', seen: 'slightly' },
  { photo: 'golf ball/n03445777_5043.jpg', preset: 'Standard', seed: 'looks 106', seen: 'yes' },
  { photo: 'parachute/ILSVRC2012_val_00009873.jpg', preset: 'Light', seed: 'looks 107', seen: 'slightly' },
  { photo: 'parachute/ILSVRC2012_val_00009873.jpg', preset: 'Standard', seed: 'looks 107', seen: 'yes' },
  { photo: 'parachute/ILSVRC2012_val_00009873.jpg', preset: 'old veil', seed: 'looks 107', seen: 'yes' },
  { photo: 'skimage/astronaut.png', preset: 'Light', seed: 'looks 0', seen: 'slightly' },
  { photo: 'skimage/coffee.png', preset: 'Light', seed: 'looks 1', seen: 'no' },
  { photo: 'skimage/chelsea.png', preset: 'Light', seed: 'looks 2', seen: 'slightly' },
  { photo: 'skimage/page.png', preset: 'Light', seed: 'looks 3', seen: 'yes' },
  { photo: 'skimage/rocket.jpg', preset: 'Light', seed: 'looks 0', seen: 'slightly' },
  { photo: 'drawn/cartoon', preset: 'Light', seed: 'looks 4', seen: 'slightly' },
  { photo: 'drawn/cartoon', preset: 'Standard', seed: 'looks 4', seen: 'yes' },
  { photo: 'drawn/line art', preset: 'Light', seed: 'looks 5', seen: 'slightly' },
];

/** Drawn pictures, as SVG. */
export const drawings: Readonly<Record<string, string>> = {
  'drawn/cartoon': `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600">
    <rect width="800" height="600" fill="#7ec8e3"/><rect y="420" width="800" height="180" fill="#5b8c3a"/>
    <circle cx="650" cy="120" r="60" fill="#f6d04d"/><path d="M150 300 270 200 390 300z" fill="#c0392b"/>
    <rect x="180" y="300" width="180" height="130" fill="#eadbc0" stroke="#000" stroke-width="4"/></svg>`,
  'drawn/line art': `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="700" fill="none" stroke="#000"
    stroke-width="3"><rect width="900" height="700" fill="#fff" stroke="none"/><circle cx="300" cy="300" r="180"/>
    <path d="M100 600C300 450 500 680 800 500M450 100 850 420"/></svg>`,
};
