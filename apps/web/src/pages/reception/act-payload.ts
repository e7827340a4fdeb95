import {
  type AskedItem,
  COMMAND_FIELDS,
  type CommandField,
  type CommandValues,
  gapsOf,
  payloadOf,
} from '../dossiers/commands/command-fields.js';
import { type ReceptionAct } from './marks.js';

/** The points that are asked for: those of the marks, then what was added by hand. */
export const pointsOf = (asked: readonly AskedItem[], { items = [] }: CommandValues): AskedItem[] => [
  ...asked,
  ...(items as AskedItem[]),
];

/** What is asked of the clerk beside the points: the authority only where the dossier goes to another one. */
export const fieldsOf = (act: ReceptionAct, { reason }: CommandValues): CommandField[] =>
  COMMAND_FIELDS[act].filter(
    ({ name }) => name !== 'items' && (name !== 'competentAuthority' || reason === 'not_competent'),
  );

/** A request carries the points; a return carries them where it is for what is missing, else its reason is enough. */
const carriesPoints = (act: ReceptionAct, { reason }: CommandValues): boolean =>
  act === 'request_supplement' || (act === 'return' && reason === 'incomplete');

/** The act as it is sent, and the names of fields that are still empty. */
export function actOf(act: ReceptionAct, asked: readonly AskedItem[], entered: CommandValues) {
  const points = carriesPoints(act, entered) ? pointsOf(asked, entered) : [];
  const { competentAuthority, ...others } = entered;
  const isElsewhere = entered['reason'] === 'not_competent' && competentAuthority !== undefined;
  const values: CommandValues = {
    ...others,
    ...(isElsewhere && { competentAuthority }),
    items: points,
  };
  return { points, payload: payloadOf(act, values), gaps: gapsOf(act, values) };
}
