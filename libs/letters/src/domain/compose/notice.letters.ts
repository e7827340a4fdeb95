import { type DiscontinuanceData, type RecallNoticeData, type ReturnNoticeData } from '#contracts';
import { NOT_SUBJECT_VI, RETURN_REASONS_VI } from '../../catalogue/frame.vi.js';
import { DISCONTINUANCE_VI, RECALL_VI, RETURN_VI, SUPPLEMENT_VI } from '../../catalogue/requests.vi.js';
import { type Block } from '../letter-content.types.js';
import { type LetterText } from './letter-parts.js';
import {
  basisBlocks,
  basisText,
  closing,
  day,
  dossierText,
  itemTable,
  paragraph,
  referenceText,
  sentence,
  statement,
} from './wording.js';

/** Refusal to take a dossier in (form 03) or, after acceptance, notice of its return. */
export function returnText(data: ReturnNoticeData): LetterText {
  const opening = data.accepted ? RETURN_VI.returned : RETURN_VI.refused;
  return {
    about: null,
    heading: returnHeading(data),
    blocks: [
      ...basisBlocks(data.legalBasis),
      paragraph(opening(data.issuer.body, dossierText(data))),
      ...returnReasons(data),
      ...itemTable(RETURN_VI.caption, RETURN_VI.columns, data.items, SUPPLEMENT_VI.ownBasis),
      closing(RETURN_VI.closing(data.issuer.body)),
    ],
  };
}

const returnHeading = ({ accepted, dossier }: ReturnNoticeData): LetterText['heading'] =>
  accepted
    ? { title: RETURN_VI.returnedTitle, subject: RETURN_VI.returnedSubject(dossier.projectName) }
    : { title: RETURN_VI.refusedTitle, subject: null };

const reasonText = ({ reason, dossier }: ReturnNoticeData): string =>
  reason === 'not_subject' ? NOT_SUBJECT_VI[dossier.act ?? 'opinion'] : RETURN_REASONS_VI[reason];

const returnReasons = (data: ReturnNoticeData): Block[] => [
  { kind: 'field', label: RETURN_VI.reason, value: sentence(reasonText(data)) },
  { kind: 'field', label: RETURN_VI.explanation, value: sentence(data.explanation) },
  ...(data.competentAuthority === null
    ? []
    : [{ kind: 'field', label: RETURN_VI.competent, value: sentence(data.competentAuthority) } as const]),
];

/** Notice that the work ends because no supplement came. */
export function discontinuanceText(data: DiscontinuanceData): LetterText {
  const by = day(data.replyBy);
  const asked = data.requested
    ? DISCONTINUANCE_VI.requested(referenceText(data.requested), by)
    : DISCONTINUANCE_VI.requestedBefore(by);
  return {
    about: null,
    heading: { title: DISCONTINUANCE_VI.title, subject: DISCONTINUANCE_VI.subject(data.dossier.projectName) },
    blocks: [
      ...basisBlocks(data.legalBasis),
      paragraph(SUPPLEMENT_VI.opening(data.issuer.body, dossierText(data))),
      paragraph(`${asked} ${DISCONTINUANCE_VI.silent(by)}`),
      paragraph(DISCONTINUANCE_VI.stopped(data.issuer.body)),
      paragraph(DISCONTINUANCE_VI.basis(basisText(data.basis))),
      ...statement(data.again),
      closing(DISCONTINUANCE_VI.closing(data.issuer.body)),
    ],
  };
}

/** Notice that an issued letter is recalled; who received it sends it back or deletes it, and says so. */
export function recallText(data: RecallNoticeData): LetterText {
  const letter = referenceText(data.recalled);
  const { body } = data.issuer;
  const after = data.complaint ? `${RECALL_VI.after(data.complaint.decision, day(data.complaint.on))} ` : '';
  return {
    about: null,
    heading: { title: RECALL_VI.title, subject: RECALL_VI.subject(letter) },
    blocks: [
      ...basisBlocks(data.legalBasis),
      paragraph(`${after}${RECALL_VI.recalled(body, letter, dossierText(data))}`),
      paragraph(RECALL_VI.receivers),
      paragraph(RECALL_VI.basis(basisText(data.basis))),
      closing(RECALL_VI.closing(body)),
    ],
  };
}
