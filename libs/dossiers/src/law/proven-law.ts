import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, pid, platform, versions } from 'node:process';
import { join } from 'node:path';
import { digestOf } from '#kernel';
import { type Pack } from '#law';

const FILE = 'golden-cases.sha256';
/** Written by the build: a digest of all built programs and of the versions of what they load. */
const PROGRAMS = new URL('../../../../programs.sha256', import.meta.url);

/** The text of a file; null where there is none that can be read: a proof that cannot be read is none. */
const textOf = (path: string | URL): Promise<string | null> => readFile(path, 'utf8').catch(() => null);

/**
 * What decides how a golden case comes out besides the law: our built programs, the decision engine, Node and the machine
 * it was made for. Null where programs run from their sources, which may change under them: there nothing is remembered.
 */
export async function runningEngine(): Promise<string | null> {
  const programs = await textOf(PROGRAMS);
  if (programs === null) return null;
  const { version } = createRequire(import.meta.url)('@gorules/zen-engine/package.json') as {
    version: string;
  };
  return digestOf({ programs, decisions: version, node: versions, platform, arch });
}

/**
 * Remembers in a folder that golden cases held: for exactly these packs, cases included, on exactly one engine. Any other
 * letter in either is another question, and only one answer is kept.
 */
export class ProvenLaw {
  /** @param engine as `runningEngine` told; null remembers nothing */
  constructor(
    private readonly folder: string,
    private readonly engine: string | null,
  ) {}

  /** Whether the cases of these packs held on this engine before. */
  async holds(packs: readonly Pack[]): Promise<boolean> {
    const asked = this.questionOf(packs);
    return asked !== null && (await textOf(join(this.folder, FILE))) === asked;
  }

  /** Keeps that they held. A folder that cannot be written costs the next start a second, and nothing else. */
  async remember(packs: readonly Pack[]): Promise<void> {
    const held = this.questionOf(packs);
    if (held !== null) await this.write(held).catch(() => undefined);
  }

  private questionOf(packs: readonly Pack[]): string | null {
    if (this.engine === null) return null;
    return digestOf({
      engine: this.engine,
      packs: packs.map(({ manifest, digest }) => [manifest.id, digest]),
    });
  }

  private async write(text: string): Promise<void> {
    const fresh = join(this.folder, `${FILE}.${pid}`);
    await mkdir(this.folder, { recursive: true });
    await writeFile(fresh, text);
    await rename(fresh, join(this.folder, FILE));
  }
}
