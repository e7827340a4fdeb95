/** What a file is to its dossier; `paper`: an item of the checklist. */
export const DOCUMENT_KINDS = [
  'paper',
  'request_letter',
  'evidence',
  'supplement',
  'proof_of_answer',
  'complaint_decision',
  'consultation_answer',
  'council_paper',
  'other',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
