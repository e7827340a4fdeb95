import { type EffectName } from '#workflow';
import { BEFORE_MOVE } from '../effects/effect-handlers.js';

interface Effect {
  name: string;
}

/** Effects that write neither clocks nor stops; the clocks that were read to decide are still those of the dossier after them. */
const LEAVING_CLOCKS: ReadonlySet<string> = new Set<EffectName>([
  'record_assignment',
  'record_conclusion',
  'record_send_back',
  'record_endorsement',
  'record_screening',
  'notify',
]);

/** Whether the clocks of a dossier are after these effects as they were before. */
export const leavesClocks = (effects: readonly Effect[]): boolean =>
  effects.every(({ name }) => LEAVING_CLOCKS.has(name));

/** Whether nothing happens after the move but that people are told, which writes nothing into the log. */
export const onlyTells = (effects: readonly Effect[]): boolean =>
  effects.every(({ name }) => name === 'notify' || (BEFORE_MOVE as ReadonlySet<string>).has(name));
