import { beforeAll, expect, test } from 'vitest';
import { castPresets } from '../../src/core/settings.ts';
import { Questioner } from '../../src/trace/ask/askModel.ts';
import { verdictOf } from '../../src/trace/core/verdict.ts';
import { openWasm, wasmFiles } from '../unit/tfjs/wasmBackend.ts';
import { answers, claimFrom, planned, striped, trained, trainingSet } from '../unit/trace/traceLab.ts';

/**
 * The whole of it in small, on pictures that are made here: a model is trained on protected pictures, saved, opened and
 * asked. On photos, and with models that were not: trace.test.ts.
 */
beforeAll(openWasm);

test.each([
  { method: 'veil', veilSize: 16, strength: 0.3 },
  castPresets.light,
  { ...castPresets.standard, veilSize: 16 },
] as const)(
  'a model that was trained on protected pictures gives itself away: $method, strength $strength',
  { timeout: 600_000 },
  async settings => {
    const labels = ['a', 'b', 'c'];
    const [train, photos] = [striped(120, 3, 16, 'train'), striped(80, 3, 16, 'asked')];
    const claim = await claimFrom('small', labels, settings);
    const files = await trained(await trainingSet(train, claim), 3, 12, 'small');
    const questioner = new Questioner({ tfjs: wasmFiles, onnx: { wasm: '', script: '' } });
    expect((await questioner.open(files)).kind).toBe('opened');
    const plan = planned(claim, photos, { photos: 50, rankPhotos: 4 }, 'small');
    const said = await answers(claim, plan, photos, questioner);
    await questioner.close();
    const { overall } = verdictOf(plan.sheet, said);
    expect(overall.paired).toBeLessThan(0.001);
    expect(said.size).toBe(plan.sheet.files.length);
    // The labels turned round: the same model, wrongly accused.
    const turned = new Map([...said].map(([name, label]) => [name, (label + 1) % 3]));
    expect(verdictOf(plan.sheet, turned).overall.word).toBe('none');
  },
);
