import { language } from '../locales/text.ts';
import { Markup, markup } from './markup.ts';
import { labReportStyle } from './reportStyle.ts';

/** What all reports have in common: one HTML file that needs nothing else. No script, no request, light and dark. */

export interface ReportPage {
  readonly title: string;
  /** What stands below the title. */
  readonly main: Markup;
  /** Paragraphs of small print. */
  readonly footer: readonly string[];
}

/** The file's text. */
export function reportPage({ title, main, footer }: ReportPage): string {
  return markup`<!doctype html>
<html lang="${language()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${new Markup(labReportStyle)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${main}
</main>
<footer>
${footer.map(words => markup`<p>${words}</p>\n`)}</footer>
</body>
</html>
`.text;
}

/** `2026-11-23 13:40` */
export function minuteOf(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ');
}

/** Names and what they stand for, as a list. */
export function factList(facts: readonly (readonly [name: string, value: string])[]): Markup {
  return markup`<dl>${facts.map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

/** A list of sentences. */
export function pointList(points: readonly string[]): Markup {
  return markup`<ul>${points.map(point => markup`<li>${point}</li>`)}</ul>`;
}

/** A part of the page under a heading. */
export function reportSection(heading: string, body: Markup): Markup {
  return markup`<section>
<h2>${heading}</h2>
${body}
</section>`;
}
