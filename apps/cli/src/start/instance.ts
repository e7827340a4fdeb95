import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a running launcher tells a second one. */
export interface RunningInstance {
  /** Null when it was too busy to say. */
  pid: number | null;
  url: string;
}

const ANSWER_WITHIN = 1000;

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
      else resolve(somebody ? { pid: null, url: 'an address that it has not told yet' } : null);
    });
  });
}

function answerAt(address: string, self: RunningInstance): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.on('error', () => undefined).end(JSON.stringify(self)));
    server.once('error', reject);
    server.listen(address, () => {
      resolve(server.unref());
    });
  });
}

/**
 * Claims a data folder for this process. Answers with the launcher that already has it, or null when the
 * claim holds. A socket, not a pid file: it dies with its owner, however that ends.
 */
export async function claim(dataDir: string, url: string): Promise<RunningInstance | null> {
  const address = addressOf(dataDir);
  const other = await ask(address);
  if (other !== null) return other;
  if (process.platform !== 'win32') rmSync(address, { force: true });
  await answerAt(address, { pid: process.pid, url });
  return null;
}
