import { text } from 'node:stream/consumers';
import { type ApiReply } from './api-request.types.js';
import { csvAnswer } from './csv-answer.js';

async function* pages(...parts: (string | Error)[]): AsyncGenerator<string> {
  for (const part of parts) {
    if (part instanceof Error) throw part;
    yield await Promise.resolve(part);
  }
}
function replyOf(): { reply: ApiReply; headers: Record<string, string> } {
  const headers: Record<string, string> = {};
  const reply = { header: (name: string, value: string) => (headers[name] = value) };
  return { reply: reply as unknown as ApiReply, headers };
}

describe('the answer of an export', () => {
  it('brings the head and every page in their order, as a download of unknown length', async () => {
    const { reply, headers } = replyOf();
    const file = await csvAnswer(reply, 'sổ.csv', pages('head\r\n', 'a\r\n', 'b\r\n', 'c\r\n'));
    expect(await text(file.getStream())).toBe('head\r\na\r\nb\r\nc\r\n');
    expect(headers['content-disposition']).toContain("filename*=UTF-8''s%E1%BB%95.csv");
    expect(headers).not.toHaveProperty('content-length');
  });

  it('brings the head alone where nothing is found', async () => {
    const file = await csvAnswer(replyOf().reply, 'x.csv', pages('head\r\n'));
    expect(await text(file.getStream())).toBe('head\r\n');
  });

  it('does not begin where the first page cannot be read', async () => {
    const { reply, headers } = replyOf();
    await expect(csvAnswer(reply, 'x.csv', pages('head\r\n', new Error('no')))).rejects.toThrow('no');
    expect(headers).toEqual({});
  });

  it('breaks off where a later page cannot be read: half a list must not look whole', async () => {
    const file = await csvAnswer(replyOf().reply, 'x.csv', pages('head\r\n', 'a\r\n', new Error('later')));
    await expect(text(file.getStream())).rejects.toThrow('later');
  });
});
