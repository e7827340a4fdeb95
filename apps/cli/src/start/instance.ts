import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a running launcher tells a second one. */
export interface RunningInstance {
  /** Null when it was too busy to say. */
  pid: number | null;
  url: string;
  /** It was told to end and will be gone in a moment. */
  ending: boolean;
}

const ANSWER_WITHIN = 1000;
const END_WITHIN = 30_000;

/** Where the launcher of a data folder answers: short enough for a socket, the same for every start. */
function addressOf(dataDir: string): string {
  const name = `techgate-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

function ask(address: string): Promise<RunningInstance | null> {
  return new Promise((resolve) => {
    let answer = '';
    let somebody = false;
    const socket = connect(address, () => (somebody = true));
    socket.setTimeout(ANSWER_WITHIN, () => socket.destroy());
    socket.on('data', (chunk) => (answer += String(chunk)));
    socket.once('error', () => undefined);
    socket.once('close', () => {
      if (answer !== '') resolve(JSON.parse(answer) as RunningInstance);
      else
        resolve(somebody ? { pid: null, url: 'an address that it has not told yet', ending: false } : null);
    });
  });
}

function answerAt(address: string, self: RunningInstance): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.on('error', () => undefined).end(JSON.stringify(self)));
    server.once('error', reject);
    server.listen(address, () => {
      server.unref();
      resolve();
    });
  });
}

/** The launcher that has the data folder and stays, or null; one that is ending is waited for. */
async function whoHas(address: string): Promise<RunningInstance | null> {
  for (const end = Date.now() + END_WITHIN; ; await sleep(100)) {
    const other = await ask(address);
    if (!other?.ending || Date.now() > end) return other;
  }
}

/**
 * Claims a data folder for this process by answering at a socket, which dies with its owner however that ends
 * (a file with a process number would not). Returns the launcher that already has the folder, or null when the
 * claim holds; `self` is what later starts are told, and may change.
 */
export async function claim(dataDir: string, self: RunningInstance): Promise<RunningInstance | null> {
  const address = addressOf(dataDir);
  const other = await whoHas(address);
  if (other !== null) return other;
  if (process.platform !== 'win32') rmSync(address, { force: true });
  await answerAt(address, self);
  return null;
}
