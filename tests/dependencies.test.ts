import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './fixtures/places.ts';

const json = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));

interface Line {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly purpose: string;
  readonly why: string;
  readonly shipped: string;
}

/** The tables of docs/dependencies.md: every row that begins with a name in code marks. */
function lines(): readonly Line[] {
  return readFileSync(join(root, 'docs/dependencies.md'), 'utf8')
    .split('\n')
    .filter(row => row.startsWith('| `'))
    .map(row => {
      const cells = row.slice(1, -1).split(' | ');
      const [name = '', version = '', licence = '', purpose = '', why = '', shipped = ''] = cells.map(cell =>
        cell.trim(),
      );
      expect(cells, row).toHaveLength(6);
      return { name: name.replaceAll('`', ''), version, licence, purpose, why, shipped };
    });
}

const { dependencies, devDependencies } = json('package.json');
const shipped = Object.keys(dependencies);
const direct: readonly string[] = [...shipped, ...Object.keys(devDependencies)];

describe('docs/dependencies.md', () => {
  test('has one line for every direct dependency, and none for another', () => {
    expect(
      lines()
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...direct].sort());
  });

  test('says the version and licence that are installed', () => {
    const installed = direct
      .filter(name => existsSync(join(root, 'node_modules', name)))
      .map(name => {
        const { version, license } = json(`node_modules/${name}/package.json`);
        return { name, version, licence: license };
      });
    expect(installed.length).toBe(direct.length);
    for (const { name, version, licence } of installed) {
      expect(
        lines().find(line => line.name === name),
        name,
      ).toMatchObject({ version, licence });
    }
  });

  test('says of each what it is for, why it was chosen, and what it costs those who open the page', () => {
    for (const { name, purpose, why, shipped: size } of lines()) {
      expect(purpose.length, name).toBeGreaterThan(5);
      expect(why.length, name).toBeGreaterThan(3);
      expect(size, name).toMatch(shipped.includes(name) ? /^[\d.,]+\b/ : /^(?:not shipped|[\d.,]+\b)/);
    }
  });

  test('lists exact versions: package.json takes no other', () => {
    for (const version of Object.values({ ...dependencies, ...devDependencies })) {
      expect(version).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
    }
  });
});
