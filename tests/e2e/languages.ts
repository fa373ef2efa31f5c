import type { Page } from '@playwright/test';
import { sideways } from './access.ts';

/** What can be seen of the page's language and of its direction. */

/** Makes the browser ask for these languages from now on, as when somebody changes its settings. */
export async function wish(page: Page, languages: readonly string[]): Promise<void> {
  await page.evaluate(wished => {
    Object.defineProperty(navigator, 'languages', { configurable: true, get: () => wished });
    dispatchEvent(new Event('languagechange'));
  }, languages);
}

/** Names and units that are written the same in every language. */
const names =
  /Keyveil|CUDA|CIFAR(?:-10)?|ImageNet|JPEG|PNG|WebP|AVIF|HEIC|GIF|BMP|HTML|CSV|JSON|ONNX|TensorFlow\.js|PyTorch|EfficientNet|MobileNet(?:V2)?|Caffe|ResNet-18|VGG(?:-16)?|CNN|Mixup|Cutout|CutMix|RSK\+FF|COIN|Gaussian|IPTC|PLUS|SSIM|PSNR|SHA-256|GPU|CPU|WebGL|WebGPU|WebAssembly|JavaScript|SwiftShader|zip|px|dB|MB|kB|GB|ms|sigma|alpha|Beta|exp|sQ|Ax|ln|cos|Ctrl|Del|Page|Shift|Home|End|Esc(?:ape)?|Space|Enter|Delete|Backspace|PageUp|PageDown|model\.json|tdmrep\.json|\.keyveil\.json|\.onnx|\.well-known|Holm|English|Language|Brave|Shields|Firefox|CVPR|Glaze|Nightshade|(?:V\. S\. )?Sadasivan|M\. Soltanolkotabi|S\. Feizi|Convolution-based Unlearnable Datasets|MIT|https?/g;

/** What people gave: names of files, labels, keys and data sets are theirs, not the page's. */
const given =
  /[\w./()-]*\.(?:png|jpe?g|gif|webp|bmp|zip|json|onnx|csv|keyveil)\b|my-photos-\w+|e2e-photos|holiday|keyveil-lab|keyveil-receipt\S*|[“]keyveil[”]|\b(?:keyveil|two|left|right|cats?|dogs?|boats?|good|mixed|summer|dark|Unlabelled|train|test|big|landscapes|portraits|still)\b|\b[0-9a-f]{4,}\b/g;

/** Every word that the page shows or tells and that is not Chinese, names aside, each with where it stands. */
export function englishLeft(page: Page, also: readonly string[] = []): Promise<readonly string[]> {
  return page.evaluate(
    ([namesOf, givenOf, alsoOf]) => {
      const left = new Set<string>();
      const look = (where: string, words: string | null) => {
        if (!words) return;
        let rest = words;
        for (const word of alsoOf) rest = rest.replaceAll(word, ' ');
        rest = rest.replace(new RegExp(givenOf, 'g'), ' ').replace(new RegExp(namesOf, 'g'), ' ');
        if (/[A-Za-z]{2}/.test(rest)) left.add(`${where}: ${words.trim().slice(0, 120)}`);
      };
      const own = (element: Element) =>
        element.closest('[lang="en"]') !== null &&
        element.closest('[lang="en"]') !== document.documentElement;
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const holder = node.parentElement;
        // What was spoken before stays spoken, and what people typed is theirs.
        // The names, versions and licences of what others wrote are theirs, too.
        if (!holder || holder.closest('script, style, [aria-live], textarea, .toast, .about') || own(holder))
          continue;
        look(holder.className.toString() || holder.tagName, node.nodeValue);
      }
      for (const element of document.body.querySelectorAll('*')) {
        if (own(element)) continue;
        for (const name of ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt', 'label'])
          look(name, element.getAttribute(name));
      }
      return [...left];
    },
    [names.source, given.source, also] as const,
  );
}

/** What is wrong with the page when it is laid out from right to left: too wide, or with words that are cut or overlap. */
export async function wrongFromRight(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  const faults = [...(await sideways(page)), ...(await outside(page))];
  await page.evaluate(() => {
    document.documentElement.dir = 'ltr';
  });
  return faults;
}

/** Controls that lie outside of the window or under one another. */
function outside(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const within = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
    const seen = [
      ...within.querySelectorAll('button, input:not([type=file], [type=radio], [type=checkbox]), select'),
    ].filter(
      element =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        !element.closest('.visually-hidden, [role=listbox]'),
    );
    const name = (element: Element) =>
      `${element.tagName} .${element.getAttribute('class') ?? ''} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 30)}”`;
    const boxes = seen.map(element => ({ element, box: element.getBoundingClientRect() }));
    const faults = boxes.flatMap(({ element, box }) =>
      box.left < -1 || box.right > innerWidth + 1
        ? [`${name(element)} lies from ${Math.round(box.left)} to ${Math.round(box.right)} in ${innerWidth}`]
        : [],
    );
    boxes.forEach((one, at) => {
      for (const two of boxes.slice(at + 1)) {
        if (one.element.contains(two.element) || two.element.contains(one.element)) continue;
        // Two that lie in different layers may cover each other: a menu over the page.
        const layer = (element: Element) =>
          element.closest('[popover], .popover, dialog, .toast, .dock, .header');
        if (layer(one.element) !== layer(two.element)) continue;
        const wide = Math.min(one.box.right, two.box.right) - Math.max(one.box.left, two.box.left);
        const high = Math.min(one.box.bottom, two.box.bottom) - Math.max(one.box.top, two.box.top);
        if (wide > 3 && high > 3) faults.push(`${name(one.element)} overlaps ${name(two.element)}`);
      }
    });
    return faults;
  });
}
