import { type ActingRole } from '#audit';
import { type LetterImprint, type LetterSigner } from '#contracts';
import { type Tx } from '#database';
import { type DocumentStore, type StoredFile } from '#documents';
import { type CivilDate, civilDateOf, Refusal, sha256, yearOf } from '#kernel';
import { isPossible, isSameName, possibleDays } from './domain/issue-rules.js';
import { letterContent, TEMPLATE_VERSION } from './domain/letter-content.js';
import { symbolOf } from './domain/letter-register.js';
import { missingParts } from './domain/missing-parts.js';
import { draftOf } from './draft-letter.js';
import { logLetter } from './letter-audit.js';
import { lastIssuedOn, type Letter, letterById, letterData } from './letter.row.js';
import { setValidity } from './mark-letters.js';
import { nextNumber } from './next-number.js';
import { unprintableIn } from './pdf/printable-text.js';
import { renderLetterPdf } from './pdf/render-letter-pdf.js';

export interface LetterIssue {
  letterId: string;
  signedBy: LetterSigner;
  /** Name of the person who decided, where only that person can sign; anybody signs when not given. */
  onlySigner?: string;
  /** Day on the letter, from the day of the draft to today; decides the year of the number. */
  issuedOn: CivilDate;
  store: DocumentStore;
  /** Printed on a receipt and kept nowhere else. */
  trackingSecret?: string;
  /** The revision of the draft that was signed; any when not given. */
  revision?: number;
  actorRole?: ActingRole;
  /** Prints the letter without storing its bytes, for a transaction that will be rolled back. */
  rehearsed?: boolean;
}
export interface IssuedLetter {
  letter: Letter;
  /** Characters that stand as `[?]` on the paper, since its font lacks them. */
  unprintable: number;
}
interface Printed {
  file: StoredFile;
  unprintable: number;
}

/**
 * Numbers a draft, prints it, stores the bytes and then the row with their hash. The number is unique in its register
 * and year, and given back when anything fails (NĐ 30/2020: from 01 on 1 January, without gaps, in the order of dates).
 * @throws Refusal `letter_already_issued`, `letter_void`, `stale_revision`, `letter_date_impossible`, `letter_incomplete`,
 * `signer_is_not_decider`, `letter_text_unprintable`, `storage_unavailable`
 */
export async function issueLetter(tx: Tx, issue: LetterIssue): Promise<IssuedLetter> {
  const letter = await draftOf(tx, issue.letterId, issue.revision ?? null);
  assertSigner(issue);
  const missing = missingParts(letter.kind, await letterData(tx, letter.id));
  if (missing.length > 0) throw new Refusal('letter_incomplete', { missing });
  const imprint = await numbered(tx, letter, issue);
  const printed = await printedLetter(tx, letter, imprint, issue);
  // The earlier one first: of the decisions of a dossier at most one is valid at any moment.
  if (letter.replaces !== null) await setValidity(tx, letter.replaces, 'replaced');
  await writeIssue(tx, letter, imprint, printed.file);
  const issued = { letter: await letterById(tx, letter.id), unprintable: printed.unprintable };
  await logIssue(tx, issued, issue);
  return issued;
}

function assertSigner({ signedBy, onlySigner }: LetterIssue): void {
  if (onlySigner !== undefined && !isSameName(signedBy.name, onlySigner))
    throw new Refusal('signer_is_not_decider', { decider: onlySigner });
}

/** Takes the number before it looks at the dates: the counter is locked from then on, so no other letter comes between. */
async function numbered(tx: Tx, letter: Letter, { issuedOn, signedBy }: LetterIssue): Promise<LetterImprint> {
  const number = await nextNumber(tx, `${letter.authorityId}/${letter.register}`, yearOf(issuedOn));
  const possible = possibleDays({
    draftedOn: civilDateOf(letter.createdAt),
    lastIssuedOn: await lastIssuedOn(tx, letter, yearOf(issuedOn)),
    today: civilDateOf(tx.at),
  });
  if (!isPossible(issuedOn, possible)) throw new Refusal('letter_date_impossible', { issuedOn, ...possible });
  return { number, issuedOn, signedBy };
}

async function printedLetter(
  tx: Tx,
  letter: Letter,
  imprint: LetterImprint,
  { store, trackingSecret, rehearsed = false }: LetterIssue,
): Promise<Printed> {
  const data = await letterData(tx, letter.id);
  const secret = trackingSecret === undefined ? {} : { trackingSecret };
  const content = letterContent(letter.kind, { ...data, ...secret, imprint });
  const bytes = await renderLetterPdf(content);
  const file = rehearsed ? unstored(bytes) : await store.put(bytes);
  return { file, unprintable: unprintableIn(content) };
}

/** What a stored file would be, for a row that nobody will read. */
function unstored(bytes: Uint8Array): StoredFile {
  const hash = sha256(bytes);
  return { sha256: hash, size: bytes.length, key: hash };
}

async function writeIssue(
  tx: Tx,
  { id, kind }: Letter,
  imprint: LetterImprint,
  file: StoredFile,
): Promise<void> {
  const { number, issuedOn, signedBy } = imprint;
  const { issuer } = await letterData(tx, id);
  await tx.query(
    `UPDATE letter SET status = 'issued', validity = 'valid', number = $2, year = $3, symbol = $4, issued_on = $5, issued_at = $6,
            issued_by = $7, signed_name = $8, signed_title = $9, sha256 = $10, storage_key = $11, size = $12,
            template_version = $13, draft_data = draft_data || jsonb_build_object('imprint', $14::jsonb),
            revision = revision + 1, updated_at = $6
      WHERE id = $1`,
    [
      id,
      number,
      Number(issuedOn.slice(0, 4)),
      symbolOf(kind, issuer),
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

const logIssue = (
  tx: Tx,
  { letter, unprintable }: IssuedLetter,
  { signedBy, actorRole }: LetterIssue,
): Promise<void> =>
  logLetter(tx, letter, 'letter.issued', {
    facts: {
      number: letter.number,
      issuedOn: letter.issuedOn,
      sha256: letter.sha256,
      size: letter.size,
      template: letter.templateVersion,
      replaces: letter.replaces,
      unprintable,
    },
    payload: { signedBy },
    ...(actorRole === undefined ? {} : { actorRole }),
  });
