import { type ScreeningMode, type Verification } from '#contracts';
import { type ListRow, type ListVersion } from './law.query.js';

/** Whether something of the law can be what a refusal rests on, or is shown as advice only. */
export type Effect = 'decides' | 'advises';
interface Standing {
  verification: Verification;
  reference: boolean;
}

const isSure = (verification: Verification) => verification === 'text_read' || verification === 'secondary';

/** What a rule may do in a mode of the installation, as the screening has it. */
export function ruleEffect({ verification, reference }: Standing, mode: ScreeningMode): Effect {
  if (verification === 'memory') return 'advises';
  if (mode === 'demonstration') return 'decides';
  return isSure(verification) && !reference ? 'decides' : 'advises';
}

/** What a row of a list may do on a day, as the screening has it: drafts and what is remembered never decide. */
export function rowEffect(
  row: Pick<ListRow, 'state' | 'verification' | 'validFrom' | 'validTo'>,
  { reference, loaded }: Pick<ListVersion, 'reference' | 'loaded'>,
  { mode, on }: { mode: ScreeningMode; on: string },
): Effect {
  if (row.state !== 'active') return 'advises';
  const isInForce = row.validFrom <= on && (row.validTo === null || on <= row.validTo);
  if (!isInForce && !(reference && mode === 'demonstration')) return 'advises';
  return loaded ? ruleEffect({ verification: row.verification, reference }, mode) : 'advises';
}
