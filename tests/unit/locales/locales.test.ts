import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fittingLanguage } from '../../../src/locales/language.ts';
import { termNames } from '../../../src/locales/terms.ts';
import { zh } from '../../../src/locales/zh.ts';
import { root } from '../../fixtures/places.ts';

type Catalogue = Readonly<Record<string, string>>;

/** Of every file in the folder, whoever imports it. */
const english: Catalogue = Object.assign(
  {},
  ...(await Promise.all(
    readdirSync(join(root, 'src/locales/en')).map(async name =>
      Object.values(await import(`../../../src/locales/en/${name.replace('.ts', '')}.ts`)),
    ),
  ).then(files => files.flat())),
);
const chinese: Catalogue = zh;

const base = (key: string): string => key.replace(/_(?:one|other)$/, '');
const filled = (words: string): readonly string[] =>
  [...new Set([...words.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1] ?? ''))].sort();

/** All our code but the texts themselves. */
const sources: ReadonlyMap<string, string> = (() => {
  const src = join(root, 'src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !/^locales[/\\](?:en|zh)\b/.test(name))
    .map(name => [name, readFileSync(join(src, name), 'utf8')] as const);
  return new Map(files);
})();

/** What stands for a word that the program puts into a key, where the rest of the key does not tell enough. */
const filledIn: Readonly<Record<string, readonly string[]>> = {
  'app.*': ['protect', 'prove', 'trace'],
  'term.*': termNames,
  'term.*.what': termNames,
  'offline.*': ['not-yet', 'ready', 'waits'],
  'labels.*': ['all', 'unlabelled', 'failed'],
  'lab.curve.*': ['test', 'train', 'loss'],
  'lab.*': ['photos', 'labels', 'series.epochs'],
  'prove.*': ['ofPhotos', 'ofLabels', 'looking', 'telling'],
  'check.*': ['changed', 'missing', 'extra', 'damaged'],
  'check.*.what': ['changed', 'missing', 'extra', 'damaged'],
  'trace.restore.*': ['run', 'saveAll', 'photos', 'ended', 'originals.n'],
  'trace.receipt.*': ['reopened', 'run'],
  'trace.own.*': ['number', 'photo', 'label', 'p', 'meaning'],
  'trace.model.*': ['own', 'decoys', 'plain', 'paired', 'rank'],
  'labReport.*': ['accuracy', 'own', 'other', 'taken'],
};

/** Keys that the code names, and those that it puts together. */
function keysUsed(): { readonly named: ReadonlySet<string>; readonly made: readonly string[] } {
  const code = [...sources.values()].join('\n');
  const named = new Set([...code.matchAll(/'([a-zA-Z]+\.[\w.-]+)'/g)].map(match => match[1] ?? ''));
  const made = [...code.matchAll(/`([a-zA-Z]+\.[\w.-]*\$\{[^`]*)`/g)].map(match =>
    (match[1] ?? '').replace(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, '*'),
  );
  return { named, made: [...new Set(made)] };
}

/** Which keys a put-together one may come to; null: it may be anything of its area, and nobody said what. */
function comesTo(made: string): ((key: string) => boolean) | null {
  const known = filledIn[made];
  if (known) return key => known.some(word => key === made.replace('*', word));
  // `run.why.*` says enough; `lab.*` does not.
  if (!/^(?:theme|status|leftOut|\w+\.[\w.-]+)\.\*/.test(made)) return null;
  const pattern = new RegExp(
    `^${made
      .split('*')
      .map(part => part.replace(/[.-]/g, '\\$&'))
      .join('[\\w-]+')}$`,
  );
  return key => pattern.test(key);
}

describe('the English texts', () => {
  const { named, made } = keysUsed();

  test('are put together only in ways that can be followed', () => {
    const areas = new Set(Object.keys(english).map(key => key.split('.')[0]));
    const ours = made.filter(key => areas.has(key.split('.')[0]));
    expect(ours.length).toBeGreaterThan(40);
    expect(ours.filter(key => comesTo(key) === null)).toEqual([]);
  });

  test('are all said somewhere', () => {
    const ways = made.flatMap(key => comesTo(key) ?? []);
    const unused = Object.keys(english).filter(key => {
      const one = base(key);
      return !named.has(one) && !ways.some(matches => matches(one));
    });
    expect(unused).toEqual([]);
  });

  test('have both forms wherever they count', () => {
    const bases = Object.keys(english).filter(key => /_(?:one|other)$/.test(key));
    expect(bases.filter(key => !(`${base(key)}_one` in english && `${base(key)}_other` in english))).toEqual(
      [],
    );
  });
});

/** Chinese signs, and those of ours that stand among them. */
const han = '[\\u3400-\\u9fff]';
const same: ReadonlySet<string> = new Set([
  'app.name',
  'about.paperWhere',
  'engine.choice.webgl',
  'engine.choice.cpu',
  'run.progress.count',
  'run.progress.title',
  'check.progress.bytes',
  'figures.veil23',
  'figures.veil16',
]);
/** Names of methods and formats are terms as they are. */
const isSame = (key: string): boolean => same.has(key) || /^term\.\w+$/.test(key);
/** What is written the same: names, formats, units, formulae and numbers. */
const untranslated =
  /^(?:[\d\s.,:;·×→=‖μd−–₁₋aᵀx%]|\{\{\w+\}\}|px|dB|ms|k|CIFAR|ImageNet|JPEG|PNG|WebP|ResNet-18|VGG-16|MobileNetV2|Mixup|Cutout|CutMix|WebAssembly|WebGL|WebGPU|PSNR)*$/;

describe('the Chinese texts', () => {
  test('are there for every English one, and no others', () => {
    const wanted = Object.keys(english).filter(key => !key.endsWith('_one'));
    expect(Object.keys(chinese).sort()).toEqual(wanted.sort());
  });

  test('fill in the same words', () => {
    const different = Object.keys(chinese).filter(
      key => filled(chinese[key] ?? '').join() !== filled(english[key] ?? '').join(),
    );
    expect(different).toEqual([]);
  });

  test('are translated', () => {
    const left = Object.entries(chinese).filter(
      ([key, words]) => words === english[key] && !isSame(key) && !untranslated.test(words),
    );
    expect(left).toEqual([]);
    // A text has Chinese in it, or nothing but names.
    const foreign = Object.entries(chinese).filter(
      ([key, words]) => !new RegExp(han).test(words) && !isSame(key) && words !== english[key],
    );
    expect(
      foreign.filter(([, words]) =>
        /[a-z]{2}/i.test(
          words.replace(/\{\{\w+\}\}|GPU|CPU|CUDA.*|CVPR|Vinu.*Feizi|TensorFlow\.js|ONNX/g, ''),
        ),
      ),
    ).toEqual([]);
  });

  test.each([
    ['two spaces', / {2}/],
    ['a half-width sign between Chinese ones', new RegExp(`${han}[,;:!?]|[,;:!?]${han}|${han}\\.(?!\\w)`)],
    ['half-width brackets around Chinese', new RegExp(`\\(${han}|${han}\\)`)],
    ['three dots', /\.\.\./],
    ['no space between Chinese and Latin or digits', new RegExp(`${han}[A-Za-z0-9]|[A-Za-z0-9]${han}`)],
    ['a space beside a full-width sign', /[，。；：！？、（）“”] | [，。；：！？、）”]/],
    ['two ways to say you', /你/],
  ])('never have %s', (_, wrong) => {
    expect(Object.entries(chinese).filter(([, words]) => wrong.test(words))).toEqual([]);
  });

  test('call one thing by one word', () => {
    const wrong = Object.entries(chinese).filter(([, words]) =>
      /滤波|收据|收条|图像|私钥|压缩文件|存档|纱幕|面纱/.test(words),
    );
    expect(wrong).toEqual([]);
  });
});

test.each([
  [['zh-CN', 'en'], 'zh-Hans'],
  [['zh'], 'zh-Hans'],
  [['zh-Hans-SG'], 'zh-Hans'],
  [['zh-TW'], 'zh-Hans'],
  [['zh-Hant-HK', 'en-GB'], 'zh-Hans'],
  [['de-DE', 'zh-CN', 'en'], 'zh-Hans'],
  [['de', 'en-GB', 'zh-CN'], 'en'],
  [['ZH-cn'], 'zh-Hans'],
  [['fr'], 'en'],
  [[], 'en'],
])('whoever asks for %j reads %s', (wished, language) => {
  expect(fittingLanguage(wished)).toBe(language);
});
