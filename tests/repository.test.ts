import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './fixtures/places.ts';

/** What is under version control; null in a copy without a history. */
function tracked(): readonly string[] | null {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.split('\0').filter(Boolean) : null;
}

const files = tracked();
const isText = (path: string): boolean =>
  /\.(?:[cm]?[jt]sx?|json|md|css|html|txt|cff|webmanifest|svg|ya?ml)$/.test(path);

describe('the repository', () => {
  test('locks versions and checksums, but not the place that they were downloaded from', () => {
    const lock: { readonly packages: Readonly<Record<string, Readonly<Record<string, unknown>>>> } =
      JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
    expect(packages.length).toBeGreaterThan(50);
    for (const [path, entry] of packages) {
      expect(entry, path).not.toHaveProperty('resolved');
      expect(entry, path).toHaveProperty('integrity');
    }
  });

  test('can be installed from its lock, whatever machine that is on', () => {
    // Wants every optional package of every platform in the lock; asks no registry, and installs nothing.
    const args = ['ci', '--dry-run', '--offline', '--no-audit', '--no-fund'];
    const { status, stderr } = spawnSync('npm', args, {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    expect(status, stderr).toBe(0);
  });

  test.skipIf(files === null)('names no path of the machine that it was written on', () => {
    const home = /(?:^|["'`\s=(])(?:\/(?:work|home|root|Users)\/[\w.-]+)/m;
    const offenders = (files ?? []).filter(
      path =>
        isText(path) &&
        path !== 'tests/repository.test.ts' &&
        home.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(offenders).toEqual([]);
  });

  test('carries the same policy in the page as in the headers', async () => {
    const { contentSecurityPolicy } = await import('../src/securityHeaders.ts');
    const page = readFileSync(join(root, 'index.html'), 'utf8');
    expect(page).toContain(`content="${contentSecurityPolicy}"`);
    for (const loose of ['unsafe-inline', "'unsafe-eval'", 'http:', 'https:', '*']) {
      expect(contentSecurityPolicy).not.toContain(loose);
    }
  });

  test('has a file for static hosts with the same headers', async () => {
    const { headersFile, securityHeaders } = await import('../src/securityHeaders.ts');
    await expect(headersFile()).toMatchFileSnapshot('../public/_headers');
    expect(securityHeaders['Content-Security-Policy']).toContain("frame-ancestors 'none'");
    // No host is asked to read a line longer than they do: Cloudflare Pages ignores what is over 2,000 characters.
    for (const line of headersFile().split('\n')) expect(line.length).toBeLessThan(2000);
  });

  test('has a container with the same headers', async () => {
    const { nginxHeaders, securityHeaders } = await import('../src/securityHeaders.ts');
    await expect(nginxHeaders()).toMatchFileSnapshot('../container/security-headers.conf');
    // What nginx would read otherwise than it stands there.
    for (const value of Object.values(securityHeaders)) expect(value).not.toMatch(/["\\$]/);
    const server = readFileSync(join(root, 'container/nginx.conf'), 'utf8');
    expect(server).toContain('include /etc/nginx/security-headers.conf;');
    // Inside of a `location` a header of its own would put an end to all of these.
    expect(server.slice(server.indexOf('location'))).not.toContain('add_header');
    expect(server).toMatch(/add_header Cache-Control \$caching;/);
  });

  test('installs by the lock, looks for known holes and tests before it publishes', () => {
    const workflow = readFileSync(join(root, '.github/workflows/pages.yml'), 'utf8');
    const order = [
      'npm ci',
      'npm audit --audit-level=high',
      'npm test',
      'npm run verify:build',
      'npm run build',
    ];
    const places = [...order.map(step => `- run: ${step}\n`), 'uses: actions/deploy-pages@'].map(step =>
      workflow.indexOf(step),
    );
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  test('builds and tests pull requests, without any right to write', () => {
    const workflow = readFileSync(join(root, '.github/workflows/checks.yml'), 'utf8');
    expect(workflow).toMatch(/^on:\n {2}pull_request:$/m);
    for (const step of ['npm ci', 'npm test']) expect(workflow).toContain(`- run: ${step}\n`);
    expect(workflow).not.toMatch(/pull_request_target|secrets\.|: write/);
  });

  test('takes actions by what they hold, not by a name that can be given to something else', () => {
    for (const name of readdirSync(join(root, '.github/workflows'))) {
      const workflow = readFileSync(join(root, '.github/workflows', name), 'utf8');
      const uses = [...workflow.matchAll(/uses: (\S+)(.*)$/gm)];
      expect(uses.length, name).toBeGreaterThan(0);
      for (const [, action, comment] of uses) {
        expect(action, name).toMatch(/^[\w./-]+@[0-9a-f]{40}$/);
        expect(comment, `${name}: ${action}`).toMatch(/^ # v\d+\.\d+\.\d+$/);
      }
    }
  });

  test('leads contributors to files that exist', () => {
    for (const page of ['CONTRIBUTING.md', 'SECURITY.md']) {
      const text = readFileSync(join(root, page), 'utf8');
      const quoted = [...text.matchAll(/`((?:src|tests|\.github)\/[^`*]+|[\w.]+\.json|\.nvmrc)`/g)];
      const linked = [...text.matchAll(/\]\(([^):]+)\)/g)];
      expect(linked.length, page).toBeGreaterThan(0);
      for (const [, path = ''] of [...quoted, ...linked])
        expect(existsSync(join(root, path)), path).toBe(true);
    }
  });

  test('styles every class that it names, each wing by its own styles and those of the house', () => {
    const under = (ending: string) =>
      readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
        .filter(name => name.endsWith(ending))
        .map(name => ({ name, text: readFileSync(join(root, 'src', name), 'utf8') }));
    const wingOf = (name: string) => /^(?:prove|trace)\b/.exec(name)?.[0] ?? 'house';
    const styled = new Map<string, Set<string>>();
    for (const { name, text } of under('.css')) {
      for (const [, one = ''] of text.replace(/\/\*.*?\*\//gs, '').matchAll(/\.([a-z][\w-]*)/g)) {
        styled.set(one, (styled.get(one) ?? new Set()).add(wingOf(name)));
      }
    }
    // Places that others look for.
    for (const mark of ['run-failed', 'lab-series', 'dot']) styled.set(mark, new Set(['house']));
    const bare = under('.tsx').flatMap(({ name, text }) =>
      [...text.matchAll(/className="([^"]*)"/g)]
        .flatMap(([, names = '']) => names.split(/\s+/))
        .filter(one => !styled.get(one)?.has('house') && !styled.get(one)?.has(wingOf(name)))
        .map(one => `${name} ${one}`),
    );
    expect(bare).toEqual([]);
  });

  test('shows recipes in its guide as they are tested', () => {
    const guide = readFileSync(join(root, 'docs/cli.md'), 'utf8');
    const shown = [...guide.matchAll(/^As it stands in `(\S+)`:\n\n```\w+\n([\s\S]*?)```/gm)];
    expect(shown).toHaveLength(3);
    for (const [, path = '', text] of shown) expect(text, path).toBe(readFileSync(join(root, path), 'utf8'));
  });
});
