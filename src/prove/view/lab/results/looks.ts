import type { TrainingKind } from '../../../core/experiment.ts';

/** How a line is drawn, so that it is known without its colour: dashes, and a mark of its own at each epoch. */
export interface Look {
  readonly dash: readonly number[];
  readonly width: number;
  readonly mark: 'circle' | 'square' | 'triangle' | 'none';
}

export const looks: Readonly<Record<TrainingKind | 'chance', Look>> = {
  clean: { dash: [7, 4], width: 2, mark: 'circle' },
  protected: { dash: [], width: 2.5, mark: 'square' },
  common: { dash: [2, 3], width: 2, mark: 'triangle' },
  chance: { dash: [1, 4], width: 1.5, mark: 'none' },
};
