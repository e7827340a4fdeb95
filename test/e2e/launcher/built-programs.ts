import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** With these a program ends as soon as it has loaded everything that it starts with, since it finds no database. */
const NOWHERE = {
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
  LOG_LEVEL: 'silent',
  PORT: '0',
};
const PARTS = join('dist', 'parts');

/** The text of every file that programs share, by its name. */
export const builtParts = (): [string, string][] =>
  readdirSync(PARTS).map((file) => [file, readFileSync(join(PARTS, file), 'utf8')]);

/** Files of packages that became part of a bundle: the line before each module names it. */
export const bundledFiles = (): Set<string> =>
  new Set(
    builtParts()
      .flatMap(([, text]) => [...text.matchAll(/^\s*\/\/ (?:\.\.\/)+node_modules\/(.*)$/gm)])
      .map(([, file = '']) => file),
  );

/** Files of packages that a built program loads from where they are installed. */
export function loadedBy(program: string): string[] {
  const args = ['--import', './test/support/loaded-files.mjs', join('dist', 'apps', `${program}.js`)];
  const { stdout } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, ...NOWHERE },
  });
  return JSON.parse(stdout.split('\n').at(-1) ?? '') as string[];
}
