import { extensionOf } from './intake.ts';

/** What people drop among their photos that is no photo that can be protected here: known, so that it can be named. */
export type OtherKind =
  | 'empty'
  | 'icloud'
  | 'raw'
  | 'tiff'
  | 'jxl'
  | 'jpeg-2000'
  | 'layers'
  | 'drawing'
  | 'picture'
  | 'film'
  | 'pdf'
  | 'web-page'
  /** Files packed into one: RAR, 7z, tar, and zips that are not called so. */
  | 'archive';

const byExtension: ReadonlyMap<string, OtherKind> = new Map(
  (
    [
      ['icloud', 'icloud'],
      [
        'raw',
        '3fr ari arw bay cap cr2 cr3 crw dcr dcs dng eip erf fff gpr iiq k25 kdc mef mos mrw nef nrw orf pef',
      ],
      ['raw', 'ptx pxn r3d raf raw rw2 rwl rwz sr2 srf srw x3f'],
      ['tiff', 'tif tiff'],
      ['jxl', 'jxl'],
      ['jpeg-2000', 'jp2 j2k jpf jpx jpm j2c jpc'],
      ['layers', 'psd psb xcf kra afphoto procreate clip'],
      ['drawing', 'svg svgz eps ai cdr emf wmf'],
      [
        'picture',
        'ico cur icns tga pcx ppm pgm pbm pnm pam pfm dds exr hdr jxr wdp jls jng mng sgi pict pct xpm xbm dpx fits flif bpg qoi',
      ],
      [
        'film',
        'mov mp4 m4v avi mkv webm 3gp mts m2ts wmv mpg mpeg insv vob ogv mp3 m4a wav aac flac ogg aif aiff wma',
      ],
      ['pdf', 'pdf'],
      ['archive', 'rar 7z tar gz tgz bz2 tbz xz txz zst zipx cbz cbr'],
    ] as const
  ).flatMap(([kind, extensions]) => extensions.split(' ').map(extension => [extension, kind] as const)),
);

/** What a name promises, of whatever case; null where it promises none of them. */
export function otherByName(path: string): OtherKind | null {
  return byExtension.get(extensionOf(path)) ?? null;
}
