import seedrandom from 'seedrandom';
import type { Pictures } from '../../core/experiment.ts';
import { smallCnn } from '../models/smallCnn.ts';
import { RunControl } from '../train/runControl.ts';
import { trainModel } from '../train/trainModel.ts';

/** Photos in a step, as in a run. */
const batch = 32;
const side = 32;
const labels = 10;
/** Steps that are timed, after one that warms up; fewer where they take long. */
const most = 5;
const patienceMs = 500;

/**
 * Milliseconds that a training step of the small CNN, 32 photos of 32 × 32 pixels, takes on the backend that is set, at
 * its best; null where it cannot train. On a CPU, where time grows evenly with photos, a step of a quarter of them is
 * timed: a slow one would be waited for too long.
 */
export async function trainingStepMs(device: 'cpu' | 'gpu'): Promise<number | null> {
  const photos = device === 'gpu' ? batch : batch / 4;
  const model = smallCnn(side, labels, 1);
  const control = new RunControl();
  const ends: number[] = [];
  try {
    const { kind } = await trainModel(
      {
        model,
        learns: 'all',
        pictures: noise(photos),
        labels,
        hooks: { batch: given => given },
        epochs: most + 1,
        batch: photos,
        learningRate: 1e-4,
        random: seedrandom('trial'),
      },
      control,
      {
        step: () => {
          ends.push(performance.now());
          if (ends.length > 1 && (ends.at(-1) ?? 0) - (ends[0] ?? 0) > patienceMs) control.stop();
        },
        epoch: async () => {},
      },
    );
    if (kind === 'diverged' || ends.length < 2) return null;
    const took = ends.slice(1).map((end, at) => end - (ends[at] ?? 0));
    return Math.min(...took) * (batch / photos);
  } catch {
    return null;
  } finally {
    model.dispose();
  }
}

function noise(count: number): Pictures {
  const random = seedrandom('noise');
  return {
    side,
    pixels: Uint8Array.from({ length: count * side * side * 3 }, () => Math.floor(random() * 256)),
    labelOf: Array.from({ length: count }, (_, at) => at % labels),
  };
}
