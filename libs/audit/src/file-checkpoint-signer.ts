import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
} from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CheckpointSigner } from './checkpoint-signer.js';
import { keyIdOf } from './domain/checkpoint.js';

/** The private half, PKCS#8 PEM, mode 600. */
export const PRIVATE_KEY_FILE = 'checkpoint-private.pem';
/** The public half, SPKI PEM: to be published and given to auditors. */
export const PUBLIC_KEY_FILE = 'checkpoint-public.pem';

/**
 * Opens the key pair of a folder and creates both when there is none. Several processes may start at once: one
 * creates, the others take its key.
 * @throws Error when the private key can be read by others, or is no Ed25519 key.
 */
export async function openFileSigner(folder: string): Promise<CheckpointSigner> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, PRIVATE_KEY_FILE);
  await createOnce(file);
  await refuseOpenFile(file);
  const privateKey = createPrivateKey(await readFile(file));
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error(`${file} holds no Ed25519 key`);
  const publicKeyPem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  await writeFile(join(folder, PUBLIC_KEY_FILE), publicKeyPem, { mode: 0o644 });
  return signerOf(privateKey, publicKeyPem);
}

function signerOf(privateKey: KeyObject, publicKeyPem: string): CheckpointSigner {
  return {
    keyId: keyIdOf(publicKeyPem),
    publicKeyPem,
    sign: (bytes) => Promise.resolve(sign(null, bytes, privateKey).toString('base64')),
  };
}

/** A link, since it appears whole and fails when another process was first. */
async function createOnce(file: string): Promise<void> {
  if (await isThere(file)) return;
  const draft = `${file}.${randomUUID()}`;
  const { privateKey } = generateKeyPairSync('ed25519');
  await writeFile(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  await chmod(draft, 0o600);
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
}

async function isThere(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

async function refuseOpenFile(file: string): Promise<void> {
  const { mode } = await stat(file);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new Error(`${file} must have mode 600: others could sign with it`);
}
