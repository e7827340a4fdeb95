import { type AddressInfo, createServer } from 'node:net';

const HOSTS = ['127.0.0.1', '0.0.0.0', '::'];
const NO_SUCH_ADDRESS = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const { port: given } = server.address() as AddressInfo;
      server.close(() => {
        resolve(given);
      });
    });
  });
}

/** A port of 127.0.0.1 that nobody listens on. */
export const freePort = (): Promise<number> => listenOnce(0, '127.0.0.1');

/** The system's code for why a port cannot be used on any of this machine's addresses, or null when it can. */
export async function whyPortIsTaken(port: number): Promise<string | null> {
  for (const host of HOSTS) {
    try {
      await listenOnce(port, host);
    } catch (error) {
      const { code = 'EUNKNOWN' } = error as NodeJS.ErrnoException;
      if (!NO_SUCH_ADDRESS.has(code)) return code;
    }
  }
  return null;
}
