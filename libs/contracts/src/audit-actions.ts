import { COMMANDS } from './commands.js';

/** What the log of the system tells of: accounts, organisations, lists that are imported, checkpoints, backups. */
const SYSTEM_ACTIONS = [
  ...['account.created', 'account.changed', 'account.password_changed'],
  ...['organisation.created', 'organisation.changed', 'affiliation.recorded', 'affiliation.ended'],
  ...['substitute_authority.recorded', 'checkpoint.requested', 'backup.taken', 'evidence.exported'],
  ...['verification.requested', 'verification.finished', 'verification.failed'],
  ...['uploaded', 'started', 'advanced', 'finished', 'cancelled', 'failed', 'undone', 'row_mended'].map(
    (act) => `project_import.${act}`,
  ),
];
const PROJECT_ACTIONS = [
  ...['entered', 'changed', 'matches_proposed', 'match_confirmed', 'match_rejected', 'match_undone'],
  ...['exemption_proposed', 'exemption_confirmed', 'exemption_rejected', 'exemption_revoked'],
  ...['decision_recorded', 'decision_corrected', 'decision_withdrawn'],
  ...['merged', 'unmerged', 'took_duplicate', 'gave_duplicate_back'],
].map((kind) => `project.${kind}`);
const DOSSIER_ACTIONS = [
  ...['dossier.created', 'dossier.particulars_changed', ...COMMANDS.map((command) => `dossier.${command}`)],
  ...['facts.changed', 'facts.prefilled', 'command.refused', 'payload.erased', 'silence.recorded'],
  ...['document.uploaded', 'document.withdrawn', 'document.copied', 'evidence.accepted'],
  ...['clock.warned', 'clock.moved', 'tracking_secret.made', 'tracking_secret.renewed'],
  ...['drafted', 'redrafted', 'discarded', 'issued', 'marked'].map((act) => `letter.${act}`),
  ...['supplement.requested', 'clarification.requested', 'refusal_notice.requested'],
  ...['assignment.accepted', 'assignment.declined', 'conflict.declared', 'conflict.arisen'],
  ...['decided', 'seconded', 'withdrawn', 'withdrawal_proposed', 'reopened'].map((act) => `match.${act}`),
  ...['finding.overturn_proposed', 'finding.overturned', 'annex.checked'],
  ...['opinion.recorded', 'opinion.changed'],
  ...['form_chosen', 'asked', 'sent', 'answered', 'reminded', 'withdrawn', 'closed'].map(
    (act) => `consultation.${act}`,
  ),
  ...['imposed', 'proof_submitted', 'accepted', 'rejected', 'deadline_moved', 'warned', 'overdue'].map(
    (kind) => `condition.${kind}`,
  ),
  ...['conditions.met'],
  ...['established', 'member_added', 'dissolved', 'session_opened', 'presence_recorded', 'motion_put'].map(
    (act) => `council.${act}`,
  ),
  ...['vote_cast', 'motion_closed', 'dissent_recorded', 'session_closed', 'minutes_drafted', 'concluded'].map(
    (act) => `council.${act}`,
  ),
];
/** The chain of a saved view, which is its owner's and stands in no log that others read. */
const VIEW_ACTIONS = ['view.created', 'view.changed', 'view.removed'];

/** Every act that the log can tell of; a test compares it with what the code appends and with the texts of both languages. */
export const AUDIT_ACTIONS: readonly string[] = [
  ...SYSTEM_ACTIONS,
  ...PROJECT_ACTIONS,
  ...DOSSIER_ACTIONS,
  ...VIEW_ACTIONS,
];
