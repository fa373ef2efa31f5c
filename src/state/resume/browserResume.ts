import * as v from 'valibot';
import { readJournals } from '../../storage/journal.ts';
import { forgetKeepsake, keep, keepsakes } from '../../storage/keepsakes.ts';
import { fileSizes, openStored } from '../../storage/results.ts';
import {
  abandonedKeepsakes,
  discardAbandoned,
  otherPageOpen,
  pageSession,
  takeOver,
} from '../../storage/session.ts';
import { filesOfRoots, isHandle } from '../intake/drop.ts';
import type { ResumeService, StoredWork } from '../services/visits.ts';

/** A keepsake's content: the snapshot, and what was dropped, which only the browser can read. */
const kept = v.object({ snapshot: v.unknown(), roots: v.array(v.unknown()) });

/** Going on after a reload, by the browser's own storage. */
export function browserResume(): ResumeService {
  return {
    find: async () => {
      const [latest] = await abandonedKeepsakes();
      if (!latest) return null;
      const { folder, savedAt, content } = latest;
      return {
        folder,
        savedAt,
        content: contentOf(content).snapshot,
        journal: await readJournals(folder).catch(() => []),
      };
    },
    takeOver: async folder => {
      const latest = (await keepsakes()).find(one => one.folder === folder);
      if (!latest || !(await takeOver(folder))) return null;
      return storedWork(folder, latest.content);
    },
    discard: discardAbandoned,
    filesOfRoots,
    openStored: async (stored, name) => {
      const blob = await openStored(stored).catch(() => null);
      return blob && new File([blob], name);
    },
    keep: async (snapshot, roots) => {
      const { folder } = await pageSession();
      if (folder === null) return;
      await keep({ folder, savedAt: Date.now(), content: { snapshot, roots } });
    },
    forget: async () => {
      const { folder } = await pageSession();
      if (folder !== null) await forgetKeepsake(folder);
    },
    otherTab: otherPageOpen,
  };
}

async function storedWork(folder: string, content: unknown): Promise<StoredWork> {
  const { snapshot, roots } = contentOf(content);
  const [journal, files] = await Promise.all([readJournals(folder), fileSizes(folder)]);
  return { content: snapshot, journal, files, roots };
}

function contentOf(content: unknown): {
  readonly snapshot: unknown;
  readonly roots: readonly FileSystemHandle[];
} {
  const parsed = v.safeParse(kept, content);
  if (!parsed.success) return { snapshot: null, roots: [] };
  return { snapshot: parsed.output.snapshot, roots: parsed.output.roots.filter(isHandle) };
}
