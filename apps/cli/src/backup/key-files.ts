import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { CHECKPOINTS_FILE, PRIVATE_KEY_FILE, PUBLIC_KEY_FILE, readKnownCheckpoints } from '#audit';
import { BackupFault } from './backup-fault.js';
import { type Manifest, type Part } from './manifest.js';
import { writePart } from './parts.js';
import { seal, unseal } from './sealed-keys.js';

/** What becomes of the private key: sealed under a passphrase, copied open, or left out by an explicit word. */
export type KeyWish = { form: 'sealed'; passphrase: string } | { form: 'plain' } | { form: 'left_out' };

const FOLDER = 'keys';
const SEALED = `${PRIVATE_KEY_FILE}.sealed`;
const textOf = (file: string): Promise<string | null> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });

/**
 * Saves what lies beside the database: the public key and the checkpoints up to that of the snapshot in the open, which
 * are public anyway, and the private key as wished. @throws BackupFault `key_missing` unless the key is left out
 */
export async function saveKeys(
  keyFolder: string,
  backup: string,
  wish: KeyWish,
  checkpoint: number,
): Promise<Manifest['keys']> {
  const checkpoints = checkpointsUpTo(await textOf(join(keyFolder, CHECKPOINTS_FILE)), checkpoint);
  const contents: [string, string | null][] = [
    [PUBLIC_KEY_FILE, await textOf(join(keyFolder, PUBLIC_KEY_FILE))],
    [CHECKPOINTS_FILE, checkpoints],
    await privatePart(keyFolder, wish),
  ];
  if (wish.form !== 'left_out') assertWhole(contents, checkpoint);
  const parts: Part[] = [];
  for (const [name, content] of contents)
    if (content !== null)
      parts.push(await writePart(backup, `${FOLDER}/${name}`, () => Readable.from([content])));
  return { form: wish.form, parts };
}

/** What was to be saved and is not there would be missed on the day of the restore. */
function assertWhole(contents: readonly [string, string | null][], checkpoint: number): void {
  for (const [name, content] of contents)
    if (content === null && (name !== CHECKPOINTS_FILE || checkpoint > 0))
      throw new BackupFault('key_missing', name.replace(/\.sealed$/, ''));
}

async function privatePart(keyFolder: string, wish: KeyWish): Promise<[string, string | null]> {
  const pem = wish.form === 'left_out' ? null : await textOf(join(keyFolder, PRIVATE_KEY_FILE));
  if (pem === null || wish.form !== 'sealed') return [PRIVATE_KEY_FILE, pem];
  return [SEALED, seal(Buffer.from(pem), wish.passphrase)];
}

/** Later ones are signed over entries that the snapshot does not hold. */
function checkpointsUpTo(text: string | null, last: number): string | null {
  if (text === null) return null;
  const known = readKnownCheckpoints(text).known.filter(({ number }) => number <= last);
  return known.length === 0 ? null : known.map((checkpoint) => `\n${JSON.stringify(checkpoint)}\n`).join('');
}

/**
 * What is to be written into an empty key folder, by name. @throws BackupFault `passphrase_needed`, `passphrase_wrong`
 */
export async function keysToRestore(
  backup: string,
  { keys }: Manifest,
  { passphrase, leaveOut }: { passphrase: string | null; leaveOut: boolean },
): Promise<Map<string, Buffer>> {
  const contents = new Map<string, Buffer>();
  for (const { file } of keys.parts) {
    const name = file.slice(FOLDER.length + 1);
    const isSecret = name === SEALED || name === PRIVATE_KEY_FILE;
    if (isSecret && leaveOut) continue;
    const content = await readFile(join(backup, file));
    if (name !== SEALED) contents.set(name, content);
    else if (passphrase === null) throw new BackupFault('passphrase_needed', backup);
    else contents.set(PRIVATE_KEY_FILE, unseal(content.toString('utf8'), passphrase, file));
  }
  return contents;
}

/** Writes the files of keys into their folder; the private one readable by its owner only. */
export async function writeKeys(keyFolder: string, contents: ReadonlyMap<string, Buffer>): Promise<void> {
  await mkdir(keyFolder, { recursive: true, mode: 0o700 });
  for (const [name, content] of contents) {
    const mode = name === PRIVATE_KEY_FILE ? 0o600 : 0o644;
    await writeFile(join(keyFolder, name), content, { mode, flag: 'wx', flush: true });
  }
}
