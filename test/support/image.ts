import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
} from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = new URL('../..', import.meta.url).pathname;
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const MODULES = 'node_modules';

/** What docker/Dockerfile makes, laid out in a folder, and how it is run. */
export interface Image {
  folder: string;
  env: Record<string, string>;
  command: string[];
  /** Exit code 0: healthy. */
  health: string[];
}

/**
 * Follows the last stage of docker/Dockerfile without a builder: the packages that `npm ci --omit=dev` would install, less
 * what is removed from them, and of the other files those that it copies, from this repository as it is built here. Nothing
 * else lies there or above it, so a program finds what it would find in the image.
 */
export async function layImage(): Promise<Image> {
  const folder = mkdtempSync(join(tmpdir(), 'techgate-image-'));
  const stages = stagesOf(read('docker/Dockerfile'));
  const last = stages.at(-1) ?? [];
  const copies = instructions(last, 'COPY').map((line) => line.split(' '));
  for (const [from, source = '', target = ''] of copies)
    if (from === '--from=dependencies') linkPackages(join(folder, target), removed(stages));
    else await cp(join(ROOT, source.replace('/app/', '')), join(folder, target), { recursive: true });
  const env = [
    ...instructions(last, 'ENV')
      .join(' ')
      .matchAll(/(\w+)=(\S+)/g),
  ];
  return {
    folder,
    env: Object.fromEntries(env.map(([, name, value]) => [name, value])) as Record<string, string>,
    command: JSON.parse(instructions(last, 'CMD').at(-1) ?? '') as string[],
    health: JSON.parse(
      instructions(last, 'HEALTHCHECK')
        .at(-1)
        ?.replace(/^.*? CMD /, '') ?? '',
    ) as string[],
  };
}

const stagesOf = (dockerfile: string): string[][] =>
  dockerfile
    .replace(/\\\n\s*/g, '')
    .split(/^(?=FROM )/m)
    .map((stage) => stage.split('\n'));
const instructions = (stage: readonly string[], name: string): string[] =>
  stage.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));

/** What the install for running takes out again. */
const removed = (stages: readonly string[][]): string[] =>
  stages
    .flatMap((stage) => instructions(stage, 'RUN'))
    .flatMap((line) => /^npm ci --omit=dev && rm -rf (.*)$/.exec(line)?.[1]?.split(' ') ?? []);

/** Packages of the lock file that are not of development only, as far as they are for this platform. */
function linkPackages(target: string, without: readonly string[]): void {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { dev?: true }> };
  const installed = Object.entries(packages).filter(([place, { dev }]) => place !== '' && dev !== true);
  for (const [place] of installed)
    if (!without.some((gone) => `${place}/`.startsWith(`${gone}/`)) && existsSync(join(ROOT, place)))
      linkFiles(realpathSync(join(ROOT, place)), join(target, place.slice(MODULES.length)));
}

/** Hard links where one file system allows it: the same bytes, and a path of their own, from which packages are looked for. */
function linkFiles(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    // Packages within a package have entries of their own in the lock file.
    if (entry.isDirectory() && entry.name !== MODULES) linkFiles(source, target);
    else if (entry.isFile()) {
      mkdirSync(dirname(target), { recursive: true });
      linkOrCopy(source, target);
    }
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EXDEV') throw error;
    copyFileSync(source, target);
  }
}
