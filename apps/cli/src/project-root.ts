import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const isProject = (folder: string): boolean => {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return false;
  return (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'techgate';
};

/**
 * The folder of the repository: the nearest package.json named techgate above this file, from the sources and
 * from dist alike. Data that is not TypeScript (legal packs, fonts) is read from there, nothing is copied.
 */
export function projectRoot(from: string = dirname(fileURLToPath(import.meta.url))): string {
  if (isProject(from)) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('No package.json named techgate stands above the running file.');
  return projectRoot(parent);
}

/** The version of the repository at a folder. */
export const versionOf = (root: string): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
