/** The parts of the page of the log, in the order of its tabs. */
export const AUDIT_PARTS = ['system', 'dossier', 'whole', 'checkpoints', 'verify'] as const;
export type AuditPart = (typeof AUDIT_PARTS)[number];
