import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './cruise.js';

interface LockFile {
  packages: Record<string, { resolved?: string; optionalDependencies?: Record<string, string> }>;
}
type MissingOptional = (lock: LockFile) => { name: string }[];

const TEXT = /\.(ts|tsx|mjs|js|json|md|ya?ml|csv|html|css|sql|example)$|^\.|\/run$|Dockerfile$|LICENSE$/;
const GENERATED = new Set([
  'node_modules',
  'dist',
  'coverage',
  '.git',
  '.data',
  '.tmp',
  '.env',
  'package-lock.json',
]);
const files = (folder = ''): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => !GENERATED.has(name) && !name.startsWith('.build-'))
    .flatMap((entry) =>
      entry.isDirectory() ? files(`${folder}${entry.name}/`) : [`${folder}${entry.name}`],
    );
const TEXTS = files().filter((file) => TEXT.test(file));
const CODE = TEXTS.filter((file) => /\.(ts|tsx|mjs|js)$/.test(file));
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

// Absolute folders of one machine; put together so that this file does not find itself.
const MACHINE_PATHS = new RegExp(
  ['/work', '/home', '/Users', '/root'].map((folder) => `(?<![\\w.\\]])${folder}/\\w`).join('|'),
);

describe('the repository', () => {
  it('names no folder of the machine on which it was written', () => {
    expect(TEXTS.filter((file) => MACHINE_PATHS.test(read(file)))).toEqual([]);
  });

  it('leaves nothing unfinished or silenced in code', () => {
    const words = new RegExp(
      ['TO' + 'DO', 'FIX' + 'ME', 'eslint-' + 'disable', '@ts-' + 'ignore', '@ts-' + 'nocheck'].join('|'),
    );
    expect(CODE.filter((file) => words.test(read(file)))).toEqual([]);
  });

  it('never runs one test alone and skips none', () => {
    const focused = new RegExp(
      `\\b(?:it|test|describe)\\.(?:on${'ly'}|sk${'ip'})\\(|\\bx(?:it|describe)\\(|\\bf(?:it|describe)\\(`,
    );
    expect(CODE.filter((file) => focused.test(read(file)))).toEqual([]);
  });
});

describe('the lock file', () => {
  const lock = JSON.parse(read('package-lock.json')) as LockFile;

  it('holds an entry for every optional dependency, so that npm ci accepts it (npm run lock)', async () => {
    const script = pathToFileURL(join(ROOT, 'scripts', 'complete-lock.mjs')).href;
    const { missingOptional } = (await import(script)) as { missingOptional: MissingOptional };
    expect(missingOptional(lock)).toEqual([]);
    const { ['node_modules/@swc/core-win32-x64-msvc']: one, ...others } = lock.packages;
    expect(one).toBeDefined();
    expect(missingOptional({ packages: others }).map(({ name }) => name)).toEqual([
      '@swc/core-win32-x64-msvc',
    ]);
  });

  it('names no registry', () => {
    expect(Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });
});
