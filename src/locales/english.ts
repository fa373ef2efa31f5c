import type { about } from './about.ts';
import type { dialogs } from './dialogs.ts';
import type { en } from './en.ts';
import type { keepKey } from './keepKey.ts';
import type { later } from './later.ts';
import type { kept } from './offline.ts';
import type { privacy } from './privacy.ts';
import type { terms } from './terms.ts';
import type { traced } from './trace.ts';
import type { workspace } from './workspace.ts';

/** All English texts, those that are fetched later too. */
export type English = typeof en &
  typeof workspace &
  typeof later &
  typeof traced &
  typeof kept &
  typeof dialogs &
  typeof terms &
  typeof about &
  typeof keepKey &
  typeof privacy;
