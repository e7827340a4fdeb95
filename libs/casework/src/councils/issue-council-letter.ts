import {
  carriedOutcome,
  type CouncilMotion,
  isOpenCouncil,
  isVotedInConflict,
  councilMembers,
  councilOfRound,
  markConcluded,
  motionResult,
  motionsOf,
  requireSession,
  votesOf,
} from '#appraisal';
import { isCouncilLetter, type LetterSigner } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import { canonicalJson, digestOf, Refusal } from '#kernel';
import { isSameName, type Letter } from '#letters';
import { recipients } from '#notifications';
import { logCouncil } from './council-log.js';
import { type ClosedSession } from './draft-minutes.use-case.js';
import { minutesContent } from './minutes-content.js';
import { minutesOfLetter } from './minutes.store.js';
import { quorumOf } from './session-end.js';
import { type SittingCouncil } from './sitting-council.js';

/**
 * What has to be right before a paper of a council is numbered: a decision is signed by a leader, minutes by whoever
 * presided, and they still agree with presence and votes. Returns the one name that may sign; null: any.
 * @throws Refusal `signer_is_not_leader`, `minutes_out_of_date`
 */
export async function councilSigner(
  tx: Tx,
  row: DossierRow,
  letter: Pick<Letter, 'id' | 'kind'>,
  signedBy: LetterSigner,
): Promise<string | null> {
  if (letter.kind === 'council_decision') await requireLeader(tx, row, signedBy);
  if (letter.kind !== 'council_minutes') return null;
  const { sitting, session } = await minutesSituation(tx, row, letter.id);
  await requireAgreement(tx, row, sitting, session, letter.id);
  return sitting.members.find(({ memberId }) => memberId === session.outcome.signerId)?.name ?? null;
}

/** After minutes were issued: a valid session with a carried conclusion ends the council. */
export async function settleCouncil(
  tx: Tx,
  row: DossierRow,
  letter: Pick<Letter, 'id' | 'kind'>,
): Promise<void> {
  if (!isCouncilLetter(letter.kind) || letter.kind !== 'council_minutes') return;
  const { sitting, session } = await minutesSituation(tx, row, letter.id);
  const outcome = await carriedOutcome(tx, sitting.council.id);
  const concludes = (await motionsOf(tx, sitting.council.id)).some(
    ({ sessionId, kind, counted }) =>
      sessionId === session.id && kind === 'conclusion' && counted?.result.carried,
  );
  if (!session.valid || !concludes) return;
  await markConcluded(tx, sitting.council.id);
  const subject = { kind: 'council', id: sitting.council.id };
  await logCouncil(tx, row, 'concluded', subject, { sessionId: session.id, outcome, letterId: letter.id });
}

async function minutesSituation(
  tx: Tx,
  row: DossierRow,
  letterId: string,
): Promise<{ sitting: SittingCouncil; session: ClosedSession }> {
  const minutes = await minutesOfLetter(tx, letterId);
  const council = await councilOfRound(tx, row);
  if (!minutes || !council || !isOpenCouncil(council)) throw new Refusal('minutes_out_of_date', { letterId });
  const session = await requireSession(tx, council.id, minutes.sessionId);
  if (session.outcome === null) throw new Refusal('minutes_out_of_date', { letterId });
  const members = await councilMembers(tx, council);
  return { sitting: { council, members }, session: { ...session, outcome: session.outcome } };
}

async function requireLeader(tx: Tx, row: DossierRow, { name }: LetterSigner): Promise<void> {
  const leaders = await recipients(tx, row, 'leader');
  if (!leaders.some((leader) => isSameName(leader.name, name)))
    throw new Refusal('signer_is_not_leader', { signer: name });
}

/** Counts everything again. @throws Refusal `minutes_out_of_date` with what does not agree. */
async function requireAgreement(
  tx: Tx,
  row: DossierRow,
  sitting: SittingCouncil,
  session: ClosedSession,
  letterId: string,
): Promise<void> {
  const { council, members } = sitting;
  const minutes = await minutesOfLetter(tx, letterId);
  const motions = (await motionsOf(tx, council.id)).filter(({ sessionId }) => sessionId === session.id);
  const votes = await votesOf(tx, council.id);
  const faults = [
    ...((await digestNow(tx, row, sitting, session)) === minutes?.sha256 ? [] : ['content']),
    ...((await isSameQuorum(tx, sitting, session)) ? [] : ['quorum']),
    ...motions
      .filter((motion) => !isSameResult(motion, votes, sitting))
      .map(({ number }) => `motion_${number}`),
    ...motions.filter((motion) => isVotedInConflict(motion, votes, members)).map(() => 'vote_in_conflict'),
  ];
  if (faults.length > 0) throw new Refusal('minutes_out_of_date', { letterId, faults: [...new Set(faults)] });
}

const digestNow = async (tx: Tx, row: DossierRow, sitting: SittingCouncil, session: ClosedSession) =>
  digestOf(await minutesContent(tx, row, sitting, session));

async function isSameQuorum(tx: Tx, sitting: SittingCouncil, session: ClosedSession): Promise<boolean> {
  const again = await quorumOf(tx, sitting, session, session.outcome.members);
  return canonicalJson(again) === canonicalJson(session.outcome.quorum);
}

type Votes = Awaited<ReturnType<typeof votesOf>>;

function isSameResult(
  { id, kind, counted }: CouncilMotion,
  votes: Votes,
  { council }: SittingCouncil,
): boolean {
  if (counted === null) return false;
  const own = votes.filter(({ motionId }) => motionId === id);
  const again = motionResult(kind, counted.members, own, council.rules);
  return canonicalJson(again) === canonicalJson(counted.result);
}
