import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ProtectJob, ProtectOutcome } from '../../../../src/pipeline/job.ts';
import { defaultPreferences } from '../../../../src/state/preferences/preferences.ts';
import { counts } from '../../../../src/state/queries/counts.ts';
import type { ResumeService } from '../../../../src/state/services/visits.ts';
import type { Services } from '../../../../src/state/services.ts';
import { until } from '../../../fixtures/until.ts';
import { fakeServices, found } from '../fakeServices.ts';
import { protect, Visit } from '../visit.ts';

const photos = ['cats/a.jpg', 'cats/b.jpg', 'dogs/c.jpg'].map(path => found(path));

/** A browser that keeps what pages leave in it: a folder of one visit, its journal, and what is remembered of it. */
class Browser {
  readonly folder = 'keyveil/first';
  content: unknown = null;
  readonly journal: unknown[] = [];
  readonly files = new Map<string, number>();
  roots: readonly FileSystemHandle[] = [];
  readonly events: string[] = [];

  /** Protects as the workers do: first the bytes, then the line. */
  readonly protect = async (job: ProtectJob): Promise<ProtectOutcome> => {
    this.events.push('protect');
    const made = await protect(job);
    if (made.kind !== 'protected') return made;
    const name = `file-${this.journal.length}`;
    this.files.set(name, made.bytes);
    const photo = { ...made, stored: { kind: 'file', folder: this.folder, name } } as const;
    this.journal.push(structuredClone({ recipe: job.recipe, at: this.journal.length, photo }));
    return photo;
  };

  /** A page in it. */
  page(besides: Partial<Services> = {}): Visit {
    return new Visit({ resume: this.#resume(), ...besides }, this.protect);
  }

  #resume(): ResumeService {
    return {
      find: async () =>
        this.content === null
          ? null
          : { folder: this.folder, savedAt: 0, content: this.content, journal: this.journal },
      takeOver: async () => ({
        content: this.content,
        journal: this.journal,
        files: this.files,
        roots: this.roots,
      }),
      discard: async () => {},
      filesOfRoots: async roots =>
        roots.flatMap(root => photos.map(photo => ({ file: photo.file, path: photo.path, root }))),
      openStored: async () => null,
      keep: async (content, roots) => {
        this.events.push('keep');
        this.roots = roots;
        this.content = structuredClone(content);
      },
      forget: async () => {
        this.events.push('forget');
        this.content = null;
      },
      otherTab: async () => false,
    };
  }
}

let browser: Browser;
beforeEach(() => {
  browser = new Browser();
});

/** What browsers give of a folder that is dropped. They can clone it; no snapshot need hold it. */
function dropped(name: string): FileSystemHandle {
  const handle = { kind: 'directory', name, requestPermission: async () => 'granted' };
  return handle as unknown as FileSystemHandle;
}

async function worked(page: Visit): Promise<void> {
  await page.give(photos);
  await page.key('the key');
  await page.actions.protect();
}

async function goneOn(): Promise<Visit> {
  const page = browser.page();
  await page.keyveil.lookBack();
  await page.actions.goOn();
  return page;
}

describe('a page that is killed', () => {
  test('leaves the folder that its photos were dropped with, from which the next one reads them again', async () => {
    const root = dropped('cats and dogs');
    const page = browser.page();
    await page.give(photos.map(photo => ({ ...photo, origin: { kind: 'given', root } })));
    await page.key('the key');
    await page.actions.protect();
    expect(browser.roots).toEqual([root]);

    const read = vi.fn(async () => ({ photos, leftOut: [], questions: [] }));
    const later = browser.page({
      intake: { read, samplePhotos: async () => [], drawSamples: async () => [] },
    });
    await later.keyveil.lookBack();
    await later.actions.goOn();
    expect(read).toHaveBeenCalledWith(
      photos.map(({ file, path }) => ({ file, path, root })),
      { photos: [], labels: [] },
      expect.anything(),
      expect.anything(),
    );
    expect(counts(later.state)).toMatchObject({ photos: 3, missing: 0 });
  });

  test('in the middle of its first run leaves enough to know what is finished', async () => {
    const page = browser.page();
    // Nothing was kept so far: the page never looked back, and changes are gathered.
    await worked(page);
    expect(browser.events.slice(0, 2)).toEqual(['keep', 'protect']);

    // Two of the three had been finished then.
    browser.journal.pop();
    const later = browser.page();
    await later.keyveil.lookBack();
    expect(later.state.earlier).toMatchObject({ photos: 3, labels: 2, protected: 2 });
    await later.actions.goOn();
    expect(counts(later.state)).toMatchObject({ photos: 3, protected: 2, outdated: 0, missing: 1 });

    // The rest is done with the same filters, also when other folders come along.
    await later.give([...photos, found('ants/new.jpg')]);
    await later.key('the key');
    expect(counts(later.state)).toMatchObject({ protected: 2, pending: 2 });
    await later.actions.protect();
    const filters = [...page.jobs, ...later.jobs].map(({ treatment }) => treatment?.filter);
    expect(filters[3]).toEqual(filters[2]);
  });

  test('keeps its photos although their bytes were removed once they were saved', async () => {
    const removing = vi.fn(async () => {
      // Killed before the bytes are gone: what is kept has to know by now.
      expect(browser.content).toMatchObject({ takenAway: expect.objectContaining({ length: 3 }) });
      browser.files.clear();
    });
    const page = browser.page({
      preferences: { load: () => ({ ...defaultPreferences, wipeAfterSaving: true }), save: () => {} },
      results: { ...fakeServices().results, remove: removing },
    });
    await worked(page);
    await page.actions.downloadZip();
    expect(removing).toHaveBeenCalledOnce();

    const later = await goneOn();
    expect(counts(later.state)).toMatchObject({ protected: 3, missing: 0 });
    await later.key('the key');
    expect((await later.receipt()).files).toHaveLength(3);
  });

  test('did not finish what it was writing', async () => {
    await worked(browser.page());
    const [first = ''] = browser.files.keys();
    browser.files.set(first, 1);
    expect(counts((await goneOn()).state)).toMatchObject({ protected: 2, missing: 1 });
  });
});

describe('going on', () => {
  test('never forgets the work while it is being taken over', async () => {
    await worked(browser.page());
    const later = browser.page();
    await later.keyveil.lookBack();
    // A change, so that the page looks for something to keep in the middle of it, and finds no photos.
    later.actions.setDataset('elsewhere');
    await later.actions.goOn();
    await until(() => expect(browser.content).toMatchObject({ photos: { length: 3 } }));
    expect(browser.events).not.toContain('forget');
  });

  test('leaves alone what was given meanwhile, and is offered again after starting over', async () => {
    await worked(browser.page());
    const later = browser.page();
    await later.keyveil.lookBack();
    const adding = later.give([found('ants/new.jpg')]);
    await later.actions.goOn();
    await adding;
    expect(counts(later.state).photos).toBe(1);
    await later.actions.startOver();
    expect(later.state.earlier).not.toBeNull();
  });

  test('starting over forgets at once what was kept', async () => {
    const page = browser.page();
    await worked(page);
    await page.actions.startOver();
    expect(browser.content).toBeNull();
  });
});
