import { type BulkItem } from './bulk-run.js';

/** How far a run is. */
export interface BulkProgress {
  /** Nothing was sent for good while it only looks. */
  phase: 'looks' | 'acts';
  looked: number;
  done: number;
  /** Refused or without an answer, or changed by somebody else since it was looked at. */
  left: number;
  ready: number;
  failed: number;
  /** Of the phase, in percent. */
  share: number;
}

const STILL_LOOKING: readonly BulkItem['state'][] = ['waiting', 'looking'];
/** What failed after it was looked at failed in the act: nobody may say of it that nothing has changed. */
const hasActed = ({ state, answer }: Pick<BulkItem, 'state' | 'answer'>): boolean =>
  state === 'acting' || state === 'done' || (state === 'failed' && answer !== null);

/** How many dossiers of a run are how far; what failed is never counted among what is done. */
export function progressOf(items: readonly Pick<BulkItem, 'state' | 'answer'>[]): BulkProgress {
  const countOf = (wanted: BulkItem['state']) => items.filter(({ state }) => state === wanted).length;
  const looked = items.filter(({ state }) => !STILL_LOOKING.includes(state)).length;
  const [done, failed] = [countOf('done'), countOf('failed')];
  const left = failed + countOf('moved');
  const phase = items.some(hasActed) ? 'acts' : 'looks';
  const part = phase === 'acts' ? done + left : looked;
  const share = items.length === 0 ? 0 : (part / items.length) * 100;
  return { phase, looked, done, left, ready: countOf('ready'), failed, share };
}
