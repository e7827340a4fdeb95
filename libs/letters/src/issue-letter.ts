import { type ActingRole } from '#audit';
import { type LetterData, type LetterImprint, type LetterKind, type LetterSigner } from '#contracts';
import { type Tx } from '#database';
import { type DocumentStore, type StoredFile } from '#documents';
import { type CivilDate, civilDateOf, Refusal, yearOf } from '#kernel';
import { letterContent, TEMPLATE_VERSION } from './domain/letter-content.js';
import { symbolOf } from './domain/letter-register.js';
import { missingParts } from './domain/missing-parts.js';
import { draftOf } from './draft-letter.js';
import { logLetter } from './letter-audit.js';
import { type Letter, letterById, letterData } from './letter.row.js';
import { setValidity } from './mark-letters.js';
import { nextNumber } from './next-number.js';
import { renderLetterPdf } from './pdf/render-letter-pdf.js';

export interface LetterIssue {
  letterId: string;
  signedBy: LetterSigner;
  /** Day on the letter, today or earlier; decides the year of the number. */
  issuedOn: CivilDate;
  store: DocumentStore;
  /** Printed on a receipt and kept nowhere else. */
  trackingSecret?: string;
  /** The revision of the draft that was signed; any when not given. */
  revision?: number;
  actorRole?: ActingRole;
}

/**
 * Numbers a draft, prints it, stores the bytes and then the row with their hash. The number is unique in its register
 * and year, and given back when anything fails (NĐ 30/2020: from 01 on 1 January, without gaps).
 * @throws Refusal `letter_already_issued`, `letter_void`, `stale_revision`, `letter_date_impossible`, `letter_incomplete`,
 * `letter_text_unprintable`, `storage_unavailable`
 */
export async function issueLetter(tx: Tx, issue: LetterIssue): Promise<Letter> {
  const letter = await draftOf(tx, issue.letterId, issue.revision ?? null);
  const data = await letterData(tx, letter.id);
  assertIssuable(letter.kind, data, issue.issuedOn, civilDateOf(tx.at));
  const number = await nextNumber(tx, `${letter.authorityId}/${letter.register}`, yearOf(issue.issuedOn));
  const imprint = { number, issuedOn: issue.issuedOn, signedBy: issue.signedBy };
  const file = await printed(letter.kind, data, imprint, issue);
  await writeIssue(tx, letter.id, imprint, symbolOf(letter.kind, data.issuer), file);
  if (letter.replaces !== null) await setValidity(tx, letter.replaces, 'replaced');
  const issued = await letterById(tx, letter.id);
  await logIssue(tx, issued, issue);
  return issued;
}

function assertIssuable(kind: LetterKind, data: LetterData, issuedOn: CivilDate, today: CivilDate): void {
  if (issuedOn > today) throw new Refusal('letter_date_impossible', { issuedOn, today });
  const missing = missingParts(kind, data);
  if (missing.length > 0) throw new Refusal('letter_incomplete', { missing });
}

async function printed(
  kind: LetterKind,
  data: LetterData,
  imprint: LetterImprint,
  issue: LetterIssue,
): Promise<StoredFile> {
  const secret = issue.trackingSecret === undefined ? {} : { trackingSecret: issue.trackingSecret };
  const bytes = await renderLetterPdf(letterContent(kind, { ...data, ...secret, imprint }));
  return issue.store.put(bytes);
}

async function writeIssue(
  tx: Tx,
  letterId: string,
  imprint: LetterImprint,
  symbol: string,
  file: StoredFile,
): Promise<void> {
  const { number, issuedOn, signedBy } = imprint;
  await tx.query(
    `UPDATE letter SET status = 'issued', validity = 'valid', number = $2, year = $3, symbol = $4, issued_on = $5, issued_at = $6,
            issued_by = $7, signed_name = $8, signed_title = $9, sha256 = $10, storage_key = $11, size = $12,
            template_version = $13, draft_data = draft_data || jsonb_build_object('imprint', $14::jsonb),
            revision = revision + 1, updated_at = $6
      WHERE id = $1`,
    [
      letterId,
      number,
      Number(issuedOn.slice(0, 4)),
      symbol,
      issuedOn,
      tx.at,
      tx.actor.id,
      signedBy.name,
      signedBy.title,
      file.sha256,
      file.key,
      file.size,
      TEMPLATE_VERSION,
      JSON.stringify(imprint),
    ],
  );
}

const logIssue = (tx: Tx, letter: Letter, { signedBy, actorRole }: LetterIssue): Promise<void> =>
  logLetter(tx, letter, 'letter.issued', {
    facts: {
      number: letter.number,
      issuedOn: letter.issuedOn,
      sha256: letter.sha256,
      size: letter.size,
      template: letter.templateVersion,
      replaces: letter.replaces,
    },
    payload: { signedBy },
    ...(actorRole === undefined ? {} : { actorRole }),
  });
