import { type CommandName } from '#contracts';
import { type Schema } from '../../../api/schema-names.js';

export type RequiredAction = Schema<'RequiredActionDto'>;
type ActionCode = RequiredAction['code'];
/** Where something is done: on a page or side of the dossier, or by a command, whose form opens on the dossier's own page. */
type Door = { page: string } | { command: CommandName };

const DOORS: Record<ActionCode, Door> = {
  submit_dossier: { page: 'edit' },
  answer_supplement_request: { page: 'answer' },
  answer_clarification_request: { page: 'answer' },
  respond_to_intended_refusal: { page: 'answer' },
  answer_consultation: { page: 'consultations' },
  check_completeness: { page: 'reception' },
  assign_appraiser: { command: 'assign' },
  // Whoever has not declared yet is asked to as soon as the dossier is opened.
  declare_interest: { page: '' },
  screen: { command: 'screen' },
  decide_candidates: { page: 'findings' },
  stand_beside_decision: { page: 'findings' },
  record_opinion: { page: 'opinions' },
  record_expert_opinion: { page: 'opinions' },
  conclude: { command: 'conclude' },
  endorse: { page: 'decide' },
  decide: { page: 'decide' },
  sign_letter: { page: 'letters' },
  issue_letter: { page: 'letters' },
};
/** Pages to which an owner, or whoever acts for one, is led by the steps of owners. */
const OF_OWNERS: readonly string[] = ['edit', 'answer'];

/** The address at which an action is done. `list` is the list out of which the dossier was opened, if any. */
export function actionAddress(dossierId: string, code: ActionCode, list: string | null = null): string {
  const door = DOORS[code];
  const params = new URLSearchParams('command' in door ? { step: door.command } : {});
  const name = 'page' in door ? door.page : '';
  // The pages of owners have no neighbours in a list.
  if (list !== null && !OF_OWNERS.includes(name)) params.set('in', list);
  const page = name === '' ? '' : `/${name}`;
  return `/dossiers/${dossierId}${page}${params.size > 0 ? `?${params.toString()}` : ''}`;
}

/** What a reader has to do with a dossier, as its next steps show it. */
export interface OwnActions {
  /** Done elsewhere than in the form of a command, the most urgent first, and whether that is the side that is open. */
  pages: { code: ActionCode; isHere: boolean }[];
  /** The command that is to be given next; null where the next thing is none. */
  command: CommandName | null;
  /** Whether there is anything, wherever it is done: whoever has something to do is never told that there is nothing. */
  any: boolean;
}

export function ownActions(
  actions: readonly Pick<RequiredAction, 'code' | 'who'>[],
  side: string,
): OwnActions {
  const codes = actions.filter(({ who }) => who === 'me').map(({ code }) => code);
  const first = codes[0] && DOORS[codes[0]];
  const pages = codes.flatMap((code) => {
    const door = DOORS[code];
    if (!('page' in door) || door.page === '' || OF_OWNERS.includes(door.page)) return [];
    return [{ code, isHere: door.page === side }];
  });
  return { pages, command: first && 'command' in first ? first.command : null, any: codes.length > 0 };
}
