import { type Tx } from '#database';
import { type DocumentStore, type OpenedFile } from '#documents';
import { Refusal } from '#kernel';
import { letterContent } from './domain/letter-content.js';
import { type Letter, letterById, letterData } from './letter.row.js';
import { renderLetterPdf } from './pdf/render-letter-pdf.js';

/** The bytes exactly as they were issued. @throws Refusal `not_found`, `letter_not_issued`, `stored_bytes_lost`, `storage_unavailable` */
export async function openIssuedLetter(
  tx: Tx,
  store: DocumentStore,
  letterId: string,
): Promise<{ letter: Letter; fileName: string; file: OpenedFile }> {
  const letter = await letterById(tx, letterId);
  if (letter.storageKey === null) throw new Refusal('letter_not_issued', { letterId });
  const fileName = `${(letter.number ?? letter.id).replaceAll('/', '-')}.pdf`;
  return { letter, fileName, file: await store.open(letter.storageKey) };
}

/** What a draft would look like, marked as a draft on every page. @throws Refusal `not_found`, `letter_already_issued`, `letter_void` */
export async function previewLetter(tx: Tx, letterId: string): Promise<Uint8Array> {
  const letter = await letterById(tx, letterId);
  if (letter.status === 'issued') throw new Refusal('letter_already_issued', { letterId });
  if (letter.status === 'void') throw new Refusal('letter_void', { letterId });
  return renderLetterPdf(letterContent(letter.kind, await letterData(tx, letterId)));
}
