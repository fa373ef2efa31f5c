import type { CastSettings, MethodSettings } from '../../../core/settings.ts';
import { list, number, remarks, text } from '../../../locales/text.ts';
import { brokenText } from '../../../ui/brokenText.ts';
import { accuracy } from '../../core/confusion.ts';
import type { Answers, Experiment, PictureSettings } from '../../core/experiment.ts';
import { entryOf } from '../../core/labTable.ts';
import type { LabRun, LabState, RunFailure, RunState, Series } from '../../state/labModel.ts';

/** What the lab's state is called. */

/** A length of time, rounded as people say it. */
export function timeText(seconds: number): string {
  const many = (key: 'seconds' | 'minutes' | 'hours', count: number) =>
    text(`lab.time.${key}`, { count, n: number(count) });
  if (seconds < 50)
    return many('seconds', seconds < 10 ? Math.max(1, Math.round(seconds)) : 10 * Math.round(seconds / 10));
  if (seconds < 55 * 60) return many('minutes', Math.max(1, Math.round(seconds / 60)));
  if (seconds < 36 * 3600) return many('hours', Math.max(1, Math.round(seconds / 3600)));
  return text('lab.time.days');
}

/** Accuracies and shares, 0 to 1, as whole per cents. */
export function percent(share: number, digits = 0): string {
  return number(100 * share, digits);
}

/** `38–52 %`, whole per cents. */
export function rangeText(low: number, high: number): string {
  return text('lab.range', { low: percent(low), high: percent(high) });
}

/** Whether the experiment was one in small or with the real settings. */
export function testedText({ protectedAt }: PictureSettings): string {
  return text(`lab.tested.${protectedAt}`);
}

export function percentText(share: number, digits = 0): string {
  return text('lab.percent', { n: percent(share, digits) });
}

/** `Small CNN, plainly, 32 px`. */
export function titleOf(experiment: Experiment, pictures: PictureSettings): string {
  return text('lab.series.title', {
    model: text(`lab.model.${experiment.model}`),
    regime: text(`lab.regime.${experiment.regime.kind}`),
    side: number(pictures.side),
  });
}

/** How far a run has come, or what came of it. */
export function stateText({ state, history, experiment }: LabRun, machine: LabState['machine']): string {
  switch (state.kind) {
    case 'waiting':
      return text('lab.state.waiting');
    case 'starting':
      return text(machine.kind === 'measuring' ? 'lab.state.measuring' : 'lab.state.starting');
    case 'pictures':
      return state.total === 0
        ? text('lab.state.picturesStart')
        : text('lab.state.pictures', { done: number(state.done), total: number(state.total) });
    case 'training':
      return trainingText(state, history.length, experiment.epochs);
    case 'stopping':
      return text('lab.state.stopping');
    case 'done':
      return doneText(state.result.clean);
    case 'stopped':
      return history.length === 0
        ? text('lab.state.stopped')
        : text('lab.state.stoppedAfter', { count: history.length, n: number(history.length) });
    case 'failed':
      return failureText(state.failure);
  }
}

/** The accuracy, and where it would lie for other photos of the same kind. */
function doneText(answers: Answers): string {
  const said = text('lab.state.done', { accuracy: percent(accuracy(answers)) });
  const entry = entryOf([answers]);
  return entry === null
    ? said
    : remarks([said, text('lab.sure', { range: rangeText(entry.low, entry.high) })]);
}

function trainingText(state: Extract<RunState, { kind: 'training' }>, ended: number, epochs: number): string {
  const at = { epoch: number(Math.min(epochs, ended + 1)), epochs: number(epochs) };
  if (state.paused) return text('lab.state.paused', at);
  const where =
    state.stage === 'pretraining'
      ? text('lab.state.pretraining', { percent: percent(state.steps > 0 ? state.step / state.steps : 0) })
      : text(state.stage === 'testing' ? 'lab.state.testing' : 'lab.state.training', at);
  if (state.secondsLeft === null || state.stage === 'testing') return where;
  return remarks([where, text('lab.state.left', { time: timeText(state.secondsLeft) })]);
}

function failureText(failure: RunFailure): string {
  switch (failure.why) {
    case 'diverged':
      return text('lab.failed.diverged', { epoch: number(failure.epoch) });
    case 'too-few':
      return text('lab.failed.too-few', {
        count: failure.photos,
        n: number(failure.photos),
        labels: list(failure.labels),
      });
    case 'training-broken':
      return brokenText(failure.broken, text('lab.failed.worker-lost'));
    case 'pictures-broken':
      return brokenText(failure.broken, text('lab.failed.pictures-lost'));
    default:
      return text(`lab.failed.${failure.why}`);
  }
}

/** How photos of a series were protected. */
export function protectionText({ basis, pictures }: Pick<Series, 'basis' | 'pictures'>): string {
  return methodText(basis.settings, pictures);
}

function methodText(settings: MethodSettings, { side, protectedAt }: PictureSettings): string {
  const strength = number(settings.strength, 3);
  if (settings.method === 'cuda') {
    return text('lab.series.cuda', { size: settings.kernelSize, strength });
  }
  if (settings.method === 'cast') return castText(settings, { side, protectedAt }, strength);
  return protectedAt === 'small'
    ? text('lab.series.small', { side: number(side), strength })
    : text('lab.series.real', { size: number(settings.veilSize ?? 0), strength });
}

function castText(
  { castLevel, veilSize }: CastSettings,
  { side, protectedAt }: Pick<PictureSettings, 'side' | 'protectedAt'>,
  strength: string,
): string {
  const level = number(castLevel, 1);
  if (veilSize === null) return text('lab.series.cast', { level });
  const size = number(protectedAt === 'small' ? side : veilSize);
  return text('lab.series.castVeil', { level, size, strength });
}

export const many = (key: 'photos' | 'labels' | 'series.epochs', count: number): string =>
  text(`lab.${key}`, { count, n: number(count) });
