import { COMMANDS } from './commands.js';

/** Acts on a dossier, by the name under which the log tells that one was refused: its commands and those on its rows. */
export const DOSSIER_ACTS = [
  ...COMMANDS,
  ...(['change_facts', 'upload_document', 'withdraw_document', 'accept_evidence'] as const),
  ...(['save_answer_draft', 'renew_tracking_secret', 'issue_letter', 'ask_holding_reply'] as const),
  ...(['declare', 'decline', 'declare_conflict'] as const),
  ...(['decide_match', 'second_match', 'withdraw_match', 'second_withdrawal'] as const),
  ...(['overturn_finding', 'second_overturn', 'check_annex', 'save_opinion', 'record_opinion'] as const),
  ...(['ask_consultation', 'answer_consultation', 'remind_consultation'] as const),
  ...(['withdraw_consultation', 'close_consultation', 'choose_consultation_form'] as const),
  ...(['submit_condition_proof', 'accept_condition_proof'] as const),
  ...(['reject_condition_proof', 'move_condition_deadline'] as const),
  ...(['establish_council', 'add_council_member', 'dissolve_council', 'draft_council_minutes'] as const),
  ...(['open_council_session', 'record_council_presence', 'close_council_session'] as const),
  ...(['put_council_motion', 'cast_council_vote', 'close_council_motion', 'dissent_in_council'] as const),
] as const;
export type DossierActName = (typeof DOSSIER_ACTS)[number];

/** Acts on a project of the register and on an import of its list, in the same way. */
export const PROJECT_ACTS = [
  ...(['change', 'match', 'decide_match', 'undo_match', 'merge', 'unmerge'] as const),
  ...(['propose_exemption', 'decide_exemption', 'revoke_exemption'] as const),
  ...(['record_final_decision', 'withdraw_final_decision', 'upload_project_import'] as const),
] as const;
export type ProjectActName = (typeof PROJECT_ACTS)[number];
