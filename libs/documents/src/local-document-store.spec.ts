import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { sha256 } from '#kernel';
import { LocalDocumentStore } from './local-document-store.js';

const bytesOf = async (stream: Readable): Promise<Buffer> =>
  Buffer.concat((await stream.toArray()) as Buffer[]);
const text = (words: string) => Readable.from([Buffer.from(words)]);
const LIMIT = { maxBytes: 1000 };

describe('LocalDocumentStore', () => {
  let root: string;
  let store: LocalDocumentStore;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'store-'));
    store = new LocalDocumentStore(root);
  });
  afterEach(() => rm(root, { recursive: true, force: true }));
  const incoming = () => readdir(join(root, 'incoming'));
  const keys = async () => {
    const found: string[] = [];
    for await (const key of store.keys()) found.push(key);
    return found;
  };
  const age = (key: string, hours: number) => {
    const then = new Date(Date.now() - hours * 3_600_000);
    return utimes(join(root, key), then, then);
  };

  it('names bytes by their content and gives back the same bytes', async () => {
    const stored = await store.put(Buffer.from('nội dung'));
    expect(stored.sha256).toBe(sha256('nội dung'));
    expect(stored.key).toBe(`${stored.sha256.slice(0, 2)}/${stored.sha256.slice(2, 4)}/${stored.sha256}`);
    const { size, stream } = await store.open(stored.key);
    expect(size).toBe(Buffer.byteLength('nội dung'));
    expect((await bytesOf(stream)).toString()).toBe('nội dung');
    expect(await incoming()).toEqual([]);
  });

  it('lets what was received be read before it is kept, and forgotten', async () => {
    const received = await store.receive(text('abcdef'), LIMIT);
    expect(Buffer.from(await received.content.read(2, 3)).toString()).toBe('cde');
    expect(Buffer.from(await received.content.read(4, 99)).toString()).toBe('ef');
    expect((await received.content.read(99, 1)).length).toBe(0);
    await received.discard();
    expect(await keys()).toEqual([]);
    expect(await incoming()).toEqual([]);
  });

  it('keeps equal content once, however many arrive at the same time', async () => {
    const stored = await Promise.all(Array.from({ length: 20 }, () => store.put(text('cùng một nội dung'))));
    expect(new Set(stored.map(({ key }) => key)).size).toBe(1);
    expect(await keys()).toEqual([stored[0]?.key]);
    expect(await incoming()).toEqual([]);
  });

  it('takes exactly the limit and refuses one byte more while it still streams', async () => {
    const fitting = await store.receive(Readable.from([Buffer.alloc(600), Buffer.alloc(400)]), LIMIT);
    expect(fitting.size).toBe(1000);
    await fitting.discard();
    let asked = 0;
    const endless = Readable.from(
      (function* () {
        for (;;) {
          asked += 1;
          yield Buffer.alloc(500);
        }
      })(),
    );
    await expect(store.receive(endless, LIMIT)).rejects.toMatchObject({
      code: 'file_too_large',
      details: { maxBytes: 1000 },
    });
    expect(asked).toBeLessThan(40);
    expect(endless.destroyed).toBe(true);
    expect(await incoming()).toEqual([]);
  });

  it('forgets what broke off', async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half');
        await Promise.reject(new Error('connection reset'));
      })(),
    );
    await expect(store.receive(broken, LIMIT)).rejects.toMatchObject({ code: 'upload_interrupted' });
    expect(await incoming()).toEqual([]);
  });

  it('says storage_unavailable when the disk refuses, and when to come back', async () => {
    await rm(root, { recursive: true });
    await writeFile(root, 'a file where a folder should be');
    const unavailable = { code: 'storage_unavailable', details: { retryAfterSeconds: 10 } };
    await expect(store.put(Buffer.from('a'))).rejects.toMatchObject(unavailable);
    await expect(store.probe()).rejects.toMatchObject(unavailable);
  });

  it('passes its own probe and leaves nothing of it', async () => {
    await store.probe();
    expect(await keys()).toEqual([]);
    expect(await incoming()).toEqual([]);
  });

  it('does not give out bytes that changed or are gone, nor paths outside', async () => {
    const { key } = await store.put(Buffer.from('as issued'));
    await writeFile(join(root, key), 'as forged');
    await expect(store.open(key)).rejects.toMatchObject({ code: 'stored_bytes_lost' });
    await rm(join(root, key));
    await expect(store.open(key)).rejects.toMatchObject({ code: 'stored_bytes_lost' });
    await expect(store.exists(key)).resolves.toBe(false);
    await expect(store.open('../../etc/passwd')).rejects.toMatchObject({ code: 'stored_bytes_lost' });
  });

  it('removes only what is older than the given instant; putting the same content again makes it young', async () => {
    const { key } = await store.put(Buffer.from('old'));
    const dayAgo = new Date(Date.now() - 24 * 3_600_000);
    expect(await store.removeOlderThan(key, dayAgo)).toBe(false);
    await age(key, 30);
    await store.put(Buffer.from('old'));
    expect(await store.removeOlderThan(key, dayAgo)).toBe(false);
    await age(key, 30);
    expect(await store.removeOlderThan(key, dayAgo)).toBe(true);
    expect(await store.exists(key)).toBe(false);
    expect(await store.removeOlderThan(key, dayAgo)).toBe(false);
  });

  it('clears what killed uploads left behind', async () => {
    await store.probe();
    await writeFile(join(root, 'incoming', 'young'), 'x');
    await writeFile(join(root, 'incoming', 'left'), 'x');
    await age('incoming/left', 30);
    expect(await store.clearAbandoned(new Date(Date.now() - 24 * 3_600_000))).toBe(1);
    expect(await incoming()).toEqual(['young']);
  });
});
