import { type Tx } from '#database';
import { procedureOf } from '#dossiers';
import { shortSteps } from '#workflow';
import { type CommandAnswer, type EffectContext } from '../commands/command.types.js';

/** Warns who assigns, concludes or endorses that the last possible person of a later step is about to be used up. */
export async function staffingNotices({
  tx,
  lawSet,
  facts,
  command,
}: EffectContext): Promise<CommandAnswer['notices']> {
  const short = shortSteps(procedureOf(lawSet), facts, command);
  const notices: CommandAnswer['notices'] = [];
  for (const { step, userId } of short) notices.push(await noticeOf(tx, step, userId));
  return notices;
}

async function noticeOf(
  tx: Tx,
  step: string,
  userId: string | null,
): Promise<CommandAnswer['notices'][number]> {
  if (userId === null) {
    const params = { step };
    return { code: 'nobody_left_for_step', params };
  }
  const person = await tx.one<{ name: string }>('SELECT display_name AS name FROM app_user WHERE id = $1', [
    userId,
  ]);
  const params = { step, userId, name: person?.name ?? '' };
  return { code: 'last_person_for_step', params };
}
