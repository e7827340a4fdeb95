import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { downloadHeaders } from '#documents';
import { type ApiReply } from './api-request.types.js';

const CONTENT_TYPE = 'text/csv; charset=utf-8';

/**
 * The answer of a CSV export that is written while it is read. The head and the first page are read before the
 * answer begins: what the question makes impossible is refused by its name, not by a connection that breaks.
 * @param lines the head first, then whole lines, page by page; they hold no transaction between two of them
 * @throws Refusal whatever reading the first page refuses
 */
export async function csvAnswer(
  reply: ApiReply,
  fileName: string,
  lines: AsyncGenerator<string>,
): Promise<StreamableFile> {
  const begun = [await lines.next(), await lines.next()];
  const { 'content-length': _unknown, ...headers } = downloadHeaders({
    ...{ fileName, contentType: CONTENT_TYPE, size: 0 },
  });
  for (const [name, value] of Object.entries(headers)) reply.header(name, value);
  return new StreamableFile(Readable.from(resumed(begun, lines)), { type: CONTENT_TYPE });
}

async function* resumed(
  begun: readonly IteratorResult<string>[],
  lines: AsyncGenerator<string>,
): AsyncGenerator<string> {
  for (const { done, value } of begun) if (done !== true) yield value;
  yield* lines;
}
