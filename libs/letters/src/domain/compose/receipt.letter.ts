import { type LetterPaper, type ReceiptData } from '#contracts';
import { RECEIPT_VI as WORDS } from '../../catalogue/requests.vi.js';
import { type Block } from '../letter-content.types.js';
import { qrModules, trackingLink } from '../qr-code.js';
import { type LetterText } from './letter-parts.js';
import { basisBlocks, columnsOf, day, numberedTable, paragraph, referenceText } from './wording.js';

const field = (label: string, value: string | null): Block[] =>
  value === null ? [] : [{ kind: 'field', label, value }];

/** Form 01: receipt and appointment. */
export function receiptText(data: ReceiptData): LetterText {
  return {
    about: null,
    heading: { title: WORDS.title, subject: null },
    blocks: [
      ...basisBlocks(data.legalBasis),
      ...field(WORDS.fileCode, data.dossier.fileCode),
      paragraph(WORDS.received(data.issuer.body)),
      ...applicant(data),
      ...papers(data.papers),
      ...appointment(data),
    ],
  };
}

const applicant = ({ applicant, dossier }: ReceiptData): Block[] => [
  ...field(WORDS.applicant, applicant.name),
  ...field(WORDS.address, applicant.address),
  ...field(WORDS.phone, applicant.phone),
  ...field(WORDS.content, dossier.procedureName),
  ...field(WORDS.project, dossier.projectName),
  ...field(WORDS.investor, dossier.investorName),
  ...field(WORDS.request, dossier.request && referenceText(dossier.request)),
];

function papers(list: LetterPaper[]): Block[] {
  if (list.length === 0) return field(WORDS.papers, WORDS.noPapers);
  const columns = columnsOf(WORDS.paperColumns, [4, 1.4, 1]);
  const rows = list.map((paper) => [paper.name, WORDS.forms[paper.form], String(paper.count)]);
  return [{ kind: 'heading', text: WORDS.papers }, ...numberedTable(WORDS.papers, columns, rows)];
}

function appointment(data: ReceiptData): Block[] {
  const { receivedOn } = data.dossier;
  const arrived = receivedOn === null ? null : day(receivedOn);
  return [
    ...field(
      WORDS.receivedOn,
      arrived !== null && data.receivedAt !== null ? WORDS.at(data.receivedAt, arrived) : arrived,
    ),
    ...field(WORDS.expectedOn, data.expectedOn === null ? WORDS.noDate : day(data.expectedOn)),
    ...field(WORDS.returnPlace, data.returnPlace),
    ...field(WORDS.receivedBy, data.receivedBy),
    ...field(WORDS.tracking, data.trackingAddress),
    ...field(WORDS.secret, data.trackingSecret ?? null),
    ...trackingCode(data),
  ];
}

/** What a telephone reads to follow the dossier; a draft has no secret yet, and so no code. */
function trackingCode({ trackingAddress, trackingSecret, dossier: { fileCode } }: ReceiptData): Block[] {
  if (trackingAddress === null || !trackingSecret || fileCode === null) return [];
  const modules = qrModules(trackingLink(trackingAddress, fileCode, trackingSecret));
  return [{ kind: 'qr', modules, alternative: WORDS.qrCode }];
}
