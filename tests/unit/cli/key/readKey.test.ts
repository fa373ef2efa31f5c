import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readKey } from '../../../../cli/key/readKey.ts';
import { keyFileText } from '../../../../src/core/key/keyFile.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyveil-key-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(content: string): string {
  const path = join(folder, 'key');
  writeFileSync(path, content);
  return path;
}

const nobody = { env: {}, prompt: async () => null };

describe('the private key', () => {
  test('is read from a key file of the app, with its dataset name', async () => {
    const path = fileOf(keyFileText({ passphrase: 'long words', dataset: 'set-1' }));
    expect(await readKey(path, nobody)).toEqual({ passphrase: 'long words', dataset: 'set-1' });
  });

  test('is read from a file that holds the passphrase, without the line feed that editors add', async () => {
    expect(await readKey(fileOf('  long words \r\n'), nobody)).toEqual({
      passphrase: '  long words ',
      dataset: null,
    });
  });

  test.each(['', '\n', 'two\nlines\n'])('is not read from a file that holds %j', async content => {
    await expect(readKey(fileOf(content), nobody)).rejects.toThrow(/empty|more than one line/);
  });

  test('never tells what stands in a damaged key file', async () => {
    const path = fileOf('{"format":"keyveil-key","version":1,"passphrase":"a secret","dataset":7}');
    await expect(readKey(path, nobody)).rejects.toThrow('damaged (dataset)');
  });

  test('comes from the variable, else from a prompt', async () => {
    const prompt = async () => 'typed';
    expect((await readKey(null, { env: { KEYVEIL_KEY: 'set' }, prompt })).passphrase).toBe('set');
    expect((await readKey(null, { env: {}, prompt })).passphrase).toBe('typed');
  });

  test('is asked for in words where there is none', async () => {
    await expect(readKey(null, nobody)).rejects.toThrow('--key-file');
    await expect(readKey(join(folder, 'nowhere'), nobody)).rejects.toThrow('cannot be read');
    await expect(readKey(null, { env: {}, prompt: async () => '' })).rejects.toThrow('empty');
  });
});
