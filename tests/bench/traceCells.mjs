/** What the trace bench measures: photos of a size, protected somehow, passed on somehow, with their originals or without. */

const whole = { width: 1, height: 1 };

/** What happens to photos on their way. */
const passings = {
  saved: { name: 'as saved (JPEG 92)', crop: whole, scale: 1, quality: 92, protected: true },
  saved75: { name: 'saved again, JPEG 75', crop: whole, scale: 1, quality: 75, protected: true },
  halved90: { name: 'halved, JPEG 90', crop: whole, scale: 0.5, quality: 90, protected: true },
  halved75: { name: 'halved, JPEG 75', crop: whole, scale: 0.5, quality: 75, protected: true },
  halved50: { name: 'halved, JPEG 50', crop: whole, scale: 0.5, quality: 50, protected: true },
  quarter75: { name: 'to a quarter, JPEG 75', crop: whole, scale: 0.25, quality: 75, protected: true },
  cut: {
    name: 'cut to 80 × 70 %, halved, JPEG 75',
    crop: { width: 0.8, height: 0.7 },
    scale: 0.5,
    quality: 75,
    protected: true,
  },
  cutMuch: {
    name: 'cut to 55 × 60 %, halved, JPEG 75',
    crop: { width: 0.55, height: 0.6 },
    scale: 0.5,
    quality: 75,
    protected: true,
  },
  clean: { name: 'never protected, halved, JPEG 75', crop: whole, scale: 0.5, quality: 75, protected: false },
};

const isCut = ({ crop }) => crop !== whole;

/** The same of photos alone and with their originals. */
function cells(shortSide, preset, names, amounts) {
  return names.flatMap(key => {
    const passing = passings[key];
    const { name, ...way } = passing;
    const cell = { shortSide, preset, name, passing: way };
    const alone = isCut(passing) ? amounts.cutAlone : amounts.alone;
    return [
      { ...cell, originals: false, photos: alone },
      { ...cell, originals: true, photos: amounts.beside },
    ].filter(({ photos }) => photos > 0);
  });
}

/** Photos a cell. Cropped ones are tried at several scales, which takes ten times as long. */
const few = { alone: 30, cutAlone: 15, beside: 12 };
const many = { alone: 120, cutAlone: 30, beside: 30 };
/** The paper's filters are found beside their originals only. */
const paper = amounts => ({ ...amounts, alone: 0, cutAlone: 0 });

/**
 * In an order that protects as seldom as possible.
 *
 * @param all every cell, else those that say most
 * @param asLargeAsTheyAre for photos of one's own
 */
export function cellsOf(all, asLargeAsTheyAre) {
  const amounts = all ? many : few;
  const every = Object.keys(passings);
  const chosen = all ? every : ['saved', 'halved75', 'halved50', 'quarter75', 'cut', 'clean'];
  if (asLargeAsTheyAre) return ['light', 'standard'].flatMap(preset => cells(null, preset, chosen, amounts));
  return [
    ...cells(1200, 'light', chosen, amounts),
    ...cells(1200, 'standard', chosen, amounts),
    ...cells(1200, 'strong', ['halved75'], amounts),
    ...cells(500, 'light', all ? every : ['halved75'], amounts),
    ...(all ? earlierCells(every, amounts) : []),
  ];
}

/** The methods of version 1. */
function earlierCells(every, amounts) {
  return [
    ...cells(1200, 'veil standard', every, amounts),
    ...cells(500, 'veil standard', every, amounts),
    ...['veil light', 'veil strong'].flatMap(preset => cells(1200, preset, ['halved75'], amounts)),
    ...['cuda k=9', 'cuda k=15'].flatMap(preset =>
      cells(500, preset, ['saved', 'saved75', 'halved75', 'clean'], paper(amounts)),
    ),
  ];
}

/** The veil's part takes a second or two a photo. */
const curveAmounts = {
  light: { photos: 120, amounts: [1, 2, 3, 5, 10, 20] },
  standard: { photos: 60, amounts: [1, 2, 3, 5, 10] },
};

/** Curves of how many photos of a label it takes together. */
export function curvesOf(asLargeAsTheyAre) {
  const shortSide = asLargeAsTheyAre ? null : 1200;
  return ['light', 'standard'].flatMap(preset =>
    ['halved75', 'clean'].map(key => {
      const { name, ...passing } = passings[key];
      return { shortSide, preset, name, passing, ...curveAmounts[preset] };
    }),
  );
}
