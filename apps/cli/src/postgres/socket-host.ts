import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';

export const LOOPBACK = '127.0.0.1';
/** Bytes of the path of a socket that every system takes (macOS 103, Linux 107). */
const LONGEST_PATH = 103;

/**
 * The host by which programs on this machine reach a server whose sockets lie in `folder`: that folder, since a socket
 * costs both sides less than the loopback; or the loopback where the path is too long or the socket is not ours to use
 * (Windows, a server started without one).
 */
export function socketHost(folder: string, port: number): string {
  const path = join(folder, `.s.PGSQL.${port}`);
  return Buffer.byteLength(path) <= LONGEST_PATH && isOpenToUs(path) ? folder : LOOPBACK;
}

function isOpenToUs(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
