import { type Change } from './facts-of-form.js';
import { type PastedRows, withTable } from './pasted-table.js';
import {
  blankForm,
  exampleForm,
  type MachineField,
  type Section,
  type SelfCheckForm,
  withCell,
  withLine,
  withMachine,
  withoutRow,
} from './self-check.form.js';

export interface SelfCheckState {
  form: SelfCheckForm;
  /** What had been entered before changes were tried; null while nothing is tried. */
  entered: SelfCheckForm | null;
  /** What became of the table that was pasted last, until something else is done. */
  pasted: PastedRows;
}
export type SelfCheckAct =
  | { kind: 'project'; field: 'procedureId' | 'receivedOn' | 'environmentalGroup'; text: string }
  | ({ kind: 'cell' } & Change)
  | { kind: 'add'; section: Section }
  | { kind: 'remove'; section: Section; id: string }
  | { kind: 'paste'; id: string; field: MachineField; text: string }
  | { kind: 'example'; today: string; machine: string }
  | { kind: 'clear'; today: string }
  | ({ kind: 'try' } & Change)
  | { kind: 'undo' };

const NONE: PastedRows = { rows: 0, left: 0 };
export const startOf = (form: SelfCheckForm): SelfCheckState => ({ form, entered: null, pasted: NONE });

function formAfter(
  form: SelfCheckForm,
  act: Exclude<SelfCheckAct, { kind: 'paste' | 'undo' }>,
): SelfCheckForm {
  switch (act.kind) {
    case 'project':
      return { ...form, [act.field]: act.text };
    case 'cell':
    case 'try':
      return withCell(form, act.section, act);
    case 'add':
      return act.section === 'lines' ? withLine(form) : withMachine(form);
    case 'remove':
      return withoutRow(form, act.section, act.id);
    case 'example':
      return exampleForm(act.today, act.machine);
    case 'clear':
      return blankForm(act.today);
  }
}

/**
 * The next state of the page. Changes that are tried one after the other can all be taken back together, until the
 * person enters something: then the tried values are theirs.
 */
export function nextState(state: SelfCheckState, act: SelfCheckAct): SelfCheckState {
  if (act.kind === 'undo') return startOf(state.entered ?? state.form);
  if (act.kind === 'paste') {
    const { form, rows, left } = withTable(state.form, act.text, act);
    return { form, entered: null, pasted: { rows, left } };
  }
  const form = formAfter(state.form, act);
  return { form, entered: act.kind === 'try' ? (state.entered ?? state.form) : null, pasted: NONE };
}
