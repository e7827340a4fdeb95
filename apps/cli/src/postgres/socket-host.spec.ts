import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { socketHost } from './socket-host.js';

describe('socketHost', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'techgate-socket-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is the folder in which the socket of the port lies', () => {
    writeFileSync(join(folder, '.s.PGSQL.5432'), '');
    expect(socketHost(folder, 5432)).toBe(folder);
    expect(socketHost(folder, 5433)).toBe('127.0.0.1');
  });

  it('is the loopback where no system would take the path', () => {
    const deep = join(folder, 'd'.repeat(100));
    mkdirSync(deep);
    writeFileSync(join(deep, '.s.PGSQL.5432'), '');
    expect(socketHost(deep, 5432)).toBe('127.0.0.1');
  });
});
