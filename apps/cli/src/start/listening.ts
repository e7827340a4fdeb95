import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const canConnect = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });

/** Resolves when something accepts connections on 127.0.0.1:`port`; false when it does not within `milliseconds`. */
export async function isListeningWithin(port: number, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end;) {
    if (await canConnect(port)) return true;
    await sleep(30);
  }
  return false;
}
