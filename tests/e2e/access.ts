import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './app.ts';

/** What can be measured of WCAG 2.2 AA on a page as it stands, said so that a person finds the place. */

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds: rule, what is wrong, and where. */
async function axeFaults(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page });
  const { violations } = await (rules === undefined
    ? builder.withTags(tags)
    : builder.withRules([...rules])
  ).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary?.replace(/\s+/g, ' ')}`,
    ),
  );
}

/** Things that can be pressed or typed into and are smaller than 24 by 24 CSS pixels (2.5.8). */
export function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const wanted =
      'a[href], button, input:not([type=file]), select, textarea, summary, [role=option], [role=separator][tabindex], [tabindex="0"]';
    /** A label is pressed for its field. */
    const boxOf = (element: Element) => {
      const own = element.getBoundingClientRect();
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.getBoundingClientRect() : null;
      if (!label || !['checkbox', 'radio'].includes((element as HTMLInputElement).type)) return own;
      return new DOMRect(0, 0, Math.max(own.width, label.width), Math.max(own.height, label.height));
    };
    // What lies under a dialog cannot be pressed.
    const within = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
    return [...within.querySelectorAll(wanted)].flatMap(element => {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.visually-hidden'))
        return [];
      // Words within a sentence are as high as its line.
      if (element.matches('a') && getComputedStyle(element).display === 'inline') return [];
      const { width, height } = boxOf(element);
      if (width >= 23.9 && height >= 23.9) return [];
      const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
      return [
        `${element.tagName} .${element.getAttribute('class') ?? ''} “${name.slice(0, 40)}” ${width.toFixed(1)} × ${height.toFixed(1)}`,
      ];
    });
  });
}

/** How far the page, or an open dialog, is wider than what shows it, in CSS pixels (1.4.10). */
export function sideways(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth) faults.push(`the page is ${root.scrollWidth} wide in ${innerWidth}`);
    for (const box of document.querySelectorAll(
      'dialog[open] .dialog-body, .popover:popover-open, .main, .panels > *, .dock',
    )) {
      // The labels of a phone are a strip to swipe through.
      if (box.matches('.label-chips') || getComputedStyle(box).display === 'contents') continue;
      if (box.scrollWidth > box.clientWidth + 1)
        faults.push(`${box.getAttribute('class')} holds ${box.scrollWidth} in ${box.clientWidth}`);
    }
    return faults;
  });
}

/** What the element with the focus is, and whether a person sees that it has it. */
interface Stop {
  readonly id: string;
  readonly words: string;
  readonly fault: string | null;
}

function stop(page: Page): Promise<Stop | null> {
  return page.evaluate(async () => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return null;
    const known = globalThis as typeof globalThis & { stops?: WeakMap<Element, number>; stopCount?: number };
    known.stops ??= new WeakMap();
    known.stopCount ??= 0;
    if (!known.stops.has(at)) known.stops.set(at, known.stopCount++);
    const name = at.getAttribute('aria-label') ?? (at.textContent?.trim() || at.id);
    const words = `${at.tagName}${at.getAttribute('type') ? `[${at.getAttribute('type')}]` : ''} .${at.className} “${name.slice(0, 40)}”`;
    const outlined = (element: Element | null, part?: string) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element, part);
      return (
        outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1 && !/^rgba.*, 0\)$/.test(outlineColor)
      );
    };
    // A field in a frame and a radio in its label show it on what is seen of them.
    const seen =
      outlined(at) ||
      outlined(at.closest('.field-frame, label')) ||
      // The list shows it on the photo that the keys are on, the split on its grip.
      outlined(at.querySelector('.tile-current'), '::after') ||
      outlined(at.querySelector(':scope > span[aria-hidden]'));
    let fault = seen ? null : 'shows no focus';
    const inSight = () => {
      const box = at.getBoundingClientRect();
      const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
      const points = [box.top + 2, box.top + box.height / 2, box.bottom - 2];
      return points.some(y => {
        const top = y >= 0 && y <= innerHeight ? document.elementFromPoint(x, y) : null;
        return top !== null && (at.contains(top) || top.contains(at) || at.closest('label')?.contains(top));
      });
    };
    // The browser may scroll to it a frame later.
    for (let frame = 0; frame < 10 && !inSight(); frame++) await new Promise(requestAnimationFrame);
    const box = at.getBoundingClientRect();
    if (!inSight() && fault === null)
      fault = `is out of sight at ${Math.round(box.left)}, ${Math.round(box.top)}`;
    return { id: String(known.stops.get(at)), words, fault };
  });
}

/**
 * Goes through the page by Tab until it comes round: every stop shows the focus and lies in sight, and none of them
 * keeps it. Gives back what was wrong, and the stops in order.
 */
export async function tabThrough(
  page: Page,
): Promise<{ readonly faults: readonly string[]; readonly stops: readonly string[] }> {
  const met = new Set<string>();
  const stops: string[] = [];
  const faults: string[] = [];
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement && !document.querySelector('dialog[open]'))
      document.activeElement.blur();
  });
  let before: string | null = null;
  let ends = 0;
  for (let turn = 0; turn < 250; turn++) {
    await page.keyboard.press('Tab');
    const at = await stop(page);
    if (at === null) {
      // The end of the page; from there it begins anew.
      ends++;
      if (ends > 2) break;
      continue;
    }
    if (at.id === before) {
      faults.push(`${at.words} keeps the focus`);
      break;
    }
    before = at.id;
    if (met.has(at.id)) break;
    met.add(at.id);
    stops.push(at.words);
    if (at.fault !== null) faults.push(`${at.words} ${at.fault}`);
  }
  return { faults, stops };
}

const shots = process.env.KEYVEIL_SHOTS;

/** A picture of the page where the variable KEYVEIL_SHOTS names a folder; for people who want to look. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name.replace(/[^\w-]+/g, '-')}.png`) });
}

/** Looks at one state of the page. */
export type Look = (state: string) => Promise<void>;

/**
 * Axe, and its colours in dark and in forced ones unless `colours` is false; targets and width. What is found gathers in
 * `faults`.
 */
export function lookFor(page: Page, faults: string[], suffix = '', colours = true): Look {
  return async state => {
    const note = (kind: string, found: readonly string[]) =>
      faults.push(...found.map(one => `${state}${suffix}, ${kind}: ${one}`));
    const before = faults.length;
    await shoot(page, `${state}${suffix}`);
    note('light', await axeFaults(page));
    note('targets', await smallTargets(page));
    note('width', await sideways(page));
    for (const media of colours ? ([{ colorScheme: 'dark' }, { forcedColors: 'active' }] as const) : []) {
      await page.emulateMedia(media);
      const kind = Object.values(media).join();
      note(kind, await axeFaults(page, ['color-contrast']));
      await shoot(page, `${state}${suffix}-${kind}`);
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    }
    if (shots !== undefined)
      appendFileSync(join(shots, 'faults.txt'), `${faults.slice(before).join('\n')}\n`);
  };
}

export function expectNone(faults: readonly string[]): void {
  expect([...new Set(faults)].join('\n')).toBe('');
}
