import { execFileSync } from 'node:child_process';
import { mkdirSync, statfsSync } from 'node:fs';

const SIZE = 512 * 1024 * 1024;
const run = (program: string, ...args: string[]) => execFileSync(program, args, { stdio: 'ignore' });

/** The folder of the documents on a disk that can be filled: its own file system where we may mount one. */
export class Disk {
  private constructor(
    readonly folder: string,
    /** How it is filled: a file system of its own, a limit on the size of the files of a process, or not at all. */
    readonly kind: 'tmpfs' | 'file_size' | 'none',
  ) {}

  static make(folder: string): Disk {
    mkdirSync(folder, { recursive: true });
    try {
      run('mount', '-t', 'tmpfs', '-o', `size=${SIZE},mode=0755`, 'tmpfs', folder);
      return new Disk(folder, 'tmpfs');
    } catch {
      return new Disk(folder, hasPrlimit() ? 'file_size' : 'none');
    }
  }

  /** Nothing more can be written from now on. */
  fill(pids: readonly number[]): void {
    if (this.kind === 'tmpfs') this.shrink();
    if (this.kind === 'file_size') limit(pids, '0:unlimited');
  }
  /** There is room again. */
  free(pids: readonly number[]): void {
    if (this.kind === 'tmpfs') this.resize(SIZE);
    if (this.kind === 'file_size') limit(pids, 'unlimited:unlimited');
  }
  remove(): void {
    if (this.kind === 'tmpfs') run('umount', '-l', this.folder);
  }

  /** No smaller than what lies there, which grows while we look: somebody may be writing. */
  private shrink(attempts = 20): void {
    try {
      this.resize(this.used());
    } catch (error) {
      if (attempts === 0) throw error;
      this.shrink(attempts - 1);
    }
  }
  private used(): number {
    const { blocks, bfree, bsize } = statfsSync(this.folder);
    return Math.max(1, blocks - bfree) * bsize;
  }
  private resize(bytes: number): void {
    run('mount', '-o', `remount,size=${bytes}`, this.folder);
  }
}

function hasPrlimit(): boolean {
  try {
    run('prlimit', '--pid', String(process.pid), '--fsize');
    return true;
  } catch {
    return false;
  }
}

function limit(pids: readonly number[], bounds: string): void {
  for (const pid of pids) {
    try {
      run('prlimit', '--pid', String(pid), `--fsize=${bounds}`);
    } catch {
      // It has just ended: the next one starts without a limit.
    }
  }
}
