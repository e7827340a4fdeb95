import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';

/** Far more than anybody may send. */
export const MEGABYTES_200 = 200 * 1024 * 1024;

/** The path of a file of a size that takes no room on the disk. */
export async function sparseFile(name: string, bytes: number): Promise<string> {
  const folder = join('.tmp', 'sparse');
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  const handle = await open(path, 'w');
  await handle.truncate(bytes);
  await handle.close();
  return path;
}
