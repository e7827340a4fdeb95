import { isCommand } from '#contracts';
import { type Action } from './action.types.js';
import { APPRAISAL_ACTIONS } from './appraisal.actions.js';
import { command, COMMAND_ACTIONS } from './command.actions.js';
import { INTAKE_ACTIONS } from './intake.actions.js';
import { LETTER_ACTIONS } from './letter.actions.js';
import { OPINION_ACTIONS } from './opinion.actions.js';
import { RESOURCE_ACTIONS } from './resource.actions.js';

const ACTIONS: Record<string, Action> = {
  ...INTAKE_ACTIONS,
  ...COMMAND_ACTIONS,
  ...APPRAISAL_ACTIONS,
  ...OPINION_ACTIONS,
  ...LETTER_ACTIONS,
  ...RESOURCE_ACTIONS,
};

/** What plays a step of this name: a command of the dossier or one of the further acts. @throws Error for neither */
export function actionOf(name: string): Action {
  if (isCommand(name)) return command;
  const action = ACTIONS[name];
  if (action === undefined)
    throw new Error(`there is no act ${name}; commands and ${Object.keys(ACTIONS).join(', ')} are known`);
  return action;
}
