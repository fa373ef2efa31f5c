import seedrandom from 'seedrandom';
import type { Pictures } from '../../core/experiment.ts';
import { smallCnn } from '../models/smallCnn.ts';
import { RunControl } from '../train/runControl.ts';
import { trainModel } from '../train/trainModel.ts';

/** Photos in a step of the trial: as in a run, so that a GPU shows what it can do. */
const batch = 32;
const side = 32;
const labels = 10;
/** Steps that are timed, unless they take long, after one that warms up. */
const most = 5;
const patienceMs = 700;

/** Milliseconds of a training step of the small CNN on the backend that is set; null where it cannot train. */
export async function trainingStepMs(): Promise<number | null> {
  const model = smallCnn(side, labels, 1);
  const control = new RunControl();
  const ends: number[] = [];
  try {
    const { kind } = await trainModel(
      {
        model,
        learns: 'all',
        pictures: noise(batch),
        labels,
        hooks: { batch: given => given },
        epochs: most + 1,
        batch,
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
    return ((ends.at(-1) ?? 0) - (ends[0] ?? 0)) / (ends.length - 1);
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
