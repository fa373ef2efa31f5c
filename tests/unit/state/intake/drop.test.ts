import { describe, expect, it } from 'vitest';
import { filesOfEvent } from '../../../../src/state/intake/drop.ts';

/** Entries as Firefox and Safari hand them out: a hundred children at a time. */
type Tree = { readonly [name: string]: Tree | string | null };

function entry(name: string, node: Tree | string | null, parent: string): unknown {
  const fullPath = `${parent}/${name}`;
  if (node === null || typeof node === 'string') {
    return {
      isFile: true,
      isDirectory: false,
      fullPath,
      file: (resolve: (file: File) => void, reject: (error: Error) => void) =>
        node === null
          ? setTimeout(() => reject(new Error('a dangling link')), 100)
          : setTimeout(() => resolve(new File([node], name))),
    };
  }
  return {
    isFile: false,
    isDirectory: true,
    fullPath,
    createReader() {
      const left = Object.entries(node).map(([child, inner]) => entry(child, inner, fullPath));
      return {
        readEntries: (resolve: (some: unknown[]) => void) => setTimeout(() => resolve(left.splice(0, 100))),
      };
    },
  };
}

/** A drop whose items are gone as soon as the handler has returned, as in a browser. */
async function drop(roots: Tree): Promise<readonly string[]> {
  let inHandler = true;
  const items = Object.entries(roots).map(([name, node]) => ({
    kind: 'file',
    webkitGetAsEntry: () => (inHandler ? entry(name, node, '') : null),
    getAsFile: () => (inHandler ? new File([typeof node === 'string' ? node : ''], name) : null),
  }));
  const event = { type: 'drop', dataTransfer: { items, files: [] } };
  const reading = filesOfEvent(event as unknown as DragEvent);
  inHandler = false;
  return (await reading).map(({ path }) => path).sort();
}

const many = (count: number): Tree =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${String(index).padStart(4, '0')}.jpg`, 'x']),
  );

describe('filesOfEvent', () => {
  it('reads several folders whole, with more than a hundred entries in each, and loose files', async () => {
    const paths = await drop({ cats: many(350), pets: { dogs: many(101), 'a.txt': 'x' }, 'loose.jpg': 'x' });
    expect(paths).toEqual([
      ...Object.keys(many(350)).map(name => `cats/${name}`),
      'loose.jpg',
      'pets/a.txt',
      ...Object.keys(many(101)).map(name => `pets/dogs/${name}`),
    ]);
  });

  it('goes on without an entry that cannot be read', async () => {
    const paths = await drop({
      cats: { ...many(150), 'gone.jpg': null },
      'loose.jpg': 'x',
      '.DS_Store': 'x',
    });
    // System files come along, so that the page can count what it leaves out.
    expect(paths).toEqual(['.DS_Store', ...Object.keys(many(150)).map(name => `cats/${name}`), 'loose.jpg']);
  });

  it('reads a pasted picture', async () => {
    const image = new File(['x'], 'image.png', { type: 'image/png' });
    const items = [{ kind: 'file', getAsFile: () => image, webkitGetAsEntry: () => null }];
    const event = { type: 'paste', clipboardData: { items, files: [image] } };
    const files = await filesOfEvent(event as unknown as ClipboardEvent);
    expect(files.map(({ path }) => path)).toEqual(['image.png']);
  });

  it('tells with what each file was dropped, where the browser gives handles', async () => {
    const cat = { kind: 'file', name: 'cat.jpg', getFile: async () => new File(['x'], 'cat.jpg') };
    const folder = {
      kind: 'directory',
      name: 'cats',
      async *values() {
        yield cat;
      },
    };
    const alone = new File(['x'], 'dog.jpg');
    const items = [
      {
        kind: 'file',
        getAsFile: () => null,
        webkitGetAsEntry: () => entry('cats', { 'cat.jpg': 'x', 'who?.jpg': 'x' }, ''),
        getAsFileSystemHandle: async () => folder,
      },
      {
        kind: 'file',
        getAsFile: () => alone,
        webkitGetAsEntry: () => entry('dog.jpg', 'x', ''),
        getAsFileSystemHandle: async () => cat,
      },
    ];
    const files = await filesOfEvent({ dataTransfer: { items } } as unknown as DragEvent);
    expect(files.map(({ path, root }) => [path, root])).toEqual([
      ['cats/cat.jpg', folder],
      // A name that handles keep back is found by its entry, which cannot be read again later.
      ['cats/who?.jpg', undefined],
      ['dog.jpg', cat],
    ]);
  });
});
