import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { ROOT } from './cruise.js';
import { DIGEST, dockerfile, last, lines, read } from './docker-files.js';

/** Sources that become the image, types that are erased aside. */
const shipped = (): string[] =>
  ['apps', 'libs'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file}`)
      // The web application runs in browsers: what it is made of is in its built form.
      .filter((file) => /^(?!apps\/web\/).*\/src\/.*(?<!\.spec)\.ts$/.test(file)),
  );
/** Packages that a source loads when it runs. */
const packagesOf = (source: string): string[] =>
  [
    ...source.matchAll(
      /^(?:import|export) (?!type )(?:[^;]*? from )?'([^'#.][^']*)'|import\('([^'#.][^']*)'\)/gm,
    ),
  ]
    .map(([, fixed, loaded]) => fixed ?? loaded ?? '')
    .filter((name) => !name.startsWith('node:'))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );

describe('the Dockerfile', () => {
  it('has no fault that a linter knows', () => {
    const strict = {
      deprecatedMaintainer: 2,
      directiveCasing: 2,
      emptyContinuationLine: 2,
      instructionCasing: 2,
      instructionCmdMultiple: 2,
      instructionEntrypointMultiple: 2,
      instructionHealthcheckMultiple: 2,
      instructionJSONInSingleQuotes: 2,
      instructionWorkdirRelative: 2,
    };
    const found = validate(dockerfile, strict).map(({ message, range }) => ({
      line: range.start.line + 1,
      message,
    }));
    expect(found).toEqual([]);
    expect(validate('FROM node\nRUNN x\n').length).toBeGreaterThan(0);
  });

  it('stands on one base, of the Node that the project pins, named by version and digest', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: { node: string } };
    const bases = lines.filter((line) => line.startsWith('FROM ')).map((line) => line.split(' ')[1]);
    expect(new Set(bases.slice(1))).toEqual(new Set(['base']));
    const [name, digest] = bases[0]?.split('@') ?? [];
    expect(name).toBe(`node:${dependencies.node.split('.')[0]}-slim`);
    expect(digest).toMatch(DIGEST);
  });

  it('runs as a plain user, has a health check and takes nothing from the build but what runs', () => {
    expect(last.filter((line) => line.startsWith('USER '))).toEqual(['USER node']);
    expect(last.findIndex((line) => line.startsWith('USER '))).toBeGreaterThan(
      last.findLastIndex((line) => /^(RUN|COPY) /.test(line)),
    );
    expect(last.some((line) => line.startsWith('HEALTHCHECK '))).toBe(true);
    expect(last.filter((line) => line.startsWith('COPY '))).toEqual(
      expect.arrayContaining([expect.stringContaining('--from=')]),
    );
    expect(last.filter((line) => /^(COPY|ADD) (?!--from=)/.test(line))).toEqual([]);
    expect(dockerfile).toContain('npm ci --omit=dev');
    expect(dockerfile).not.toMatch(/(SECRET|PASSWORD|TOKEN)=/);
  });

  it('installs for running whatever the sources ask for: nothing that ships needs a package of development', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const asked = new Set(shipped().flatMap((file) => packagesOf(read(file))));
    expect(asked.size).toBeGreaterThan(30);
    expect([...asked].filter((name) => !(name in dependencies))).toEqual([]);
  });

  it('leaves secrets, data and what is built elsewhere out of its context', () => {
    const ignored = read('.dockerignore').split('\n');
    expect(ignored).toEqual(
      expect.arrayContaining(['.git', '.data', '.env', 'node_modules', 'dist', 'docker', 'backups']),
    );
  });
});
