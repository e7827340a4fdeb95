import { type Act } from './acts.js';
import { type Check } from './checks.js';
import { naiveJson } from './naive-chain.js';
import { Broken } from './oracle/moment.js';
import { type Told } from './send-act.js';

/** What somebody sent and was answered. */
export interface Delivery {
  act: Act;
  revision: number;
  key: string;
  answer: Told;
}
/** A delivery that came twice with one key. */
interface Twice {
  answer: Told;
  second: Told;
  /** Whether it came with another body. */
  changed: boolean;
  /** Whether its person has come into conflict since. */
  barred: boolean;
}

/**
 * 8: what came of it, which is the same answer, a refusal where the body is another, or nothing for who is barred: to
 * nobody else a dossier in which they acted is hidden.
 */
export function secondDelivery({ answer, second, changed, barred }: Twice): Check<8> {
  const same = second.status === answer.status && naiveJson(second.body) === naiveJson(answer.body);
  const refused = [400, 403, 422].includes(second.status);
  const fits = changed ? refused || (barred && second.status === 404) : same || barred;
  if (!fits) throw new Broken(8, 'a second delivery was answered otherwise', [second.status, second.body]);
  if (changed) return 'a key with another body';
  return same ? 'a delivery twice' : 'a delivery by somebody barred since';
}
