import type { Options } from './options.ts';

const width = 100;

/** Words in lines of at most so many characters, each after the first under an indent. */
function wrapped(text: string, indent: string, most = width): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > most) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.join(`\n${indent}`);
}

/** Pairs in two columns: a name, and what is said of it. */
export function columns(rows: readonly (readonly [string, string])[]): string {
  const left = Math.min(26, Math.max(...rows.map(([name]) => name.length)));
  const indent = ' '.repeat(left + 4);
  return rows
    .map(([name, about]) => {
      const gap = name.length > left ? `\n${indent}` : ' '.repeat(left + 2 - name.length);
      return `  ${name}${gap}${wrapped(about, indent)}`;
    })
    .join('\n');
}

export interface HelpText {
  readonly name: string;
  readonly about: string;
  readonly usage: readonly string[];
  readonly options: Options;
  readonly teaches: string;
}

/** What `keyveil <command> --help` prints. */
export function commandHelp({ name, about, usage, options, teaches }: HelpText): string {
  const ways = usage.map(way => `  keyveil ${name}${way === '' ? '' : ` ${way}`}`).join('\n');
  const list = Object.entries(options).map(([option, { sign, about: said, usually }]): [string, string] => [
    `--${option}${sign === null ? '' : `=${sign}`}`,
    usually === null || usually === '' ? said : `${said} (${usually})`,
  ]);
  return [about, ways, `Options:\n${columns(list)}`, teaches.trim()].filter(Boolean).join('\n\n');
}
