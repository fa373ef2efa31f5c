/** The race in a table and in words. */
import { figure, median, table } from '../measure.mjs';
import { libraries, methods, pairs } from './contestants.mjs';

/** What is asked of a row: how many times faster than each library, and how far from the best pair at most. */
const aheadAt = { '12 MP': 1.3 };
const nearPair = 1.1;

/**
 * One row of the table: medians in ms a photo; null where nothing was measured.
 *
 * @param {Map<string, { wall: number, processor: number }[]>} timings as `race` fills them
 */
export function rowsOf(timings, sizes) {
  return sizes.flatMap(({ name: size }) =>
    methods.map(({ name, title, opencv, vips }) => {
      const of = key => timings.get(`${size} ${key}`) ?? [];
      const bestKey = Object.keys(pairs)
        .map(kind => `${kind} floor`)
        .filter(key => of(key).length > 0)
        .reduce((best, key) => (best === null || wallOf(of(key)) < wallOf(of(best)) ? key : best), null);
      const columns = {
        floor: of('ours floor'),
        pair: bestKey === null ? [] : of(bestKey),
        ours: of(`ours ${name}`),
        opencv: of(opencv),
        vips: of(vips),
      };
      const pair = bestKey === null ? null : pairs[bestKey.split(' ')[0]];
      return { size, method: name, title, pair, rounds: columns.ours.length, columns };
    }),
  );
}

function medianOf(timings, what) {
  return timings.length === 0 ? null : median(timings.map(timing => timing[what]));
}

const wallOf = timings => medianOf(timings, 'wall') ?? Number.POSITIVE_INFINITY;

/**
 * How many times as long `slow` took as `fast`, round by round, so that a busy minute falls on both: the median, and
 * between what the middle half lies. Null before the first round is done.
 */
function timesAsLong(slow, fast, what = 'wall') {
  const rounds = Math.min(slow.length, fast.length);
  if (rounds === 0) return null;
  const ratios = Array.from({ length: rounds }, (_, i) => slow[i][what] / fast[i][what]).sort(
    (a, b) => a - b,
  );
  const at = share => ratios[Math.round(share * (rounds - 1))];
  return { middle: median(ratios), low: at(0.25), high: at(0.75) };
}

const spread = ({ middle, low, high }) => `${figure(middle)}× (${figure(low)}–${figure(high)})`;

/** The table of one kind of time, `wall` or `processor`. */
export function tableOf(rows, what) {
  const shown = timings => {
    const ms = medianOf(timings, what);
    return ms === null ? '–' : figure(ms);
  };
  const head = ['size', 'method', 'floor', 'best pair', 'Keyveil', ...Object.values(libraries)];
  const cells = rows.map(({ size, title, pair, columns }) => {
    const best = pair === null ? '–' : `${shown(columns.pair)} (${pair})`;
    const each = ['ours', ...Object.keys(libraries)].map(column => shown(columns[column]));
    return [size, title, shown(columns.floor), best, ...each];
  });
  return table(head, cells);
}

/** A row in words: how far ahead of each library, and how near to the best pair. */
export function verdict({ size, method, title, pair, columns }) {
  const least = aheadAt[size] ?? 1;
  const asked = least === 1 ? '> 1' : `≥ ${least}`;
  const said = Object.entries(libraries).map(([kind, name]) => {
    const ahead = timesAsLong(columns[kind], columns.ours);
    if (ahead === null) return `${name}: not measured`;
    const met = least === 1 ? ahead.middle > 1 : ahead.middle >= least;
    return `${spread(ahead)} as fast as ${name} (${asked}: ${met ? 'met' : 'MISSED'})`;
  });
  const near = timesAsLong(columns.ours, columns.pair);
  if (near !== null) {
    // A convolution of 81 taps is no small thing beside a codec: nothing is asked of it here.
    const met = near.middle <= nearPair ? 'met' : 'MISSED';
    const judged = method === 'cuda' ? '' : ` (≤ ${nearPair}: ${met})`;
    const processor = spread(timesAsLong(columns.ours, columns.pair, 'processor'));
    said.push(`${spread(near)} the time of the best pair, ${pair}${judged}, ${processor} its processor time`);
  }
  return `${size}, ${title}: ${said.join('; ')}`;
}

/** The mean differences in words. */
export function apartLines(apart) {
  return Object.entries(apart).map(([key, levels]) => `${key}: ${figure(levels)}`);
}
