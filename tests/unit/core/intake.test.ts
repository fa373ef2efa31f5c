import { describe, expect, it } from 'vitest';
import {
  isHidden,
  isZip,
  labelFromPath,
  nameOf,
  normalisePath,
  typeByName,
} from '../../../src/core/intake.ts';

describe('paths of dropped files', () => {
  it('puts the forms that browsers give into one', () => {
    expect(['./a.jpg', '/a/b.jpg', 'a//b.jpg', 'a/./b/../c.jpg', '..'].map(normalisePath)).toEqual([
      'a.jpg',
      'a/b.jpg',
      'a/b.jpg',
      'a/b/c.jpg',
      '',
    ]);
  });

  it('takes the folder that a photo lies in as its label', () => {
    expect(labelFromPath('train/cats/a.jpg')).toBe('cats');
    expect(labelFromPath('cats/a.jpg')).toBe('cats');
    expect(labelFromPath('a.jpg')).toBeNull();
    expect(labelFromPath(' /a.jpg')).toBeNull();
  });

  it('takes a zip as a folder of its name, for the photos that lie loose in it', () => {
    expect(labelFromPath('cats.zip/a.jpg')).toBe('cats');
    expect(labelFromPath('pets.ZIP/dogs/a.jpg')).toBe('dogs');
    expect(labelFromPath('.zip/a.jpg')).toBeNull();
  });

  it('composes the decomposed names that macOS gives', () => {
    expect(labelFromPath('Zoe\u0308/a.jpg')).toBe('Zo\u00eb');
  });

  it('knows what systems scatter, anywhere on the way', () => {
    const hidden = [
      '.DS_Store',
      'a/.git/x.png',
      '__MACOSX/a/._b.jpg',
      'a/._b.jpg',
      'Thumbs.db',
      '$RECYCLE.BIN/a.jpg',
      'a/thumbs.DB',
      'a/desktop.ini',
      'a/@eaDir/b.jpg/SYNOPHOTO.jpg',
    ];
    expect(hidden.filter(path => !isHidden(path))).toEqual([]);
    expect(['a.b/c.jpg', 'thumbs.jpg', 'my desktop.ini.png', 'a/…/b.jpg'].filter(isHidden)).toEqual([]);
  });

  it('knows zips and photos by their names', () => {
    expect(isZip('a/B.ZIP')).toBe(true);
    expect(isZip('download', 'application/zip')).toBe(true);
    expect(isZip('zip/a.jpg', 'image/jpeg')).toBe(false);
    expect(['a.JPG', 'a.jfif', 'x/b.webp', 'c.heic'].map(typeByName)).toEqual([
      'image/jpeg',
      'image/jpeg',
      'image/webp',
      'image/heic',
    ]);
    expect(['a.txt', 'jpg', '.jpg', 'a.jpg/b'].map(typeByName)).toEqual([null, null, null, null]);
    expect(nameOf('a/b/c.jpg')).toBe('c.jpg');
  });
});
