import { known } from '../driver/case-file.js';
import { type FindingsSummary } from '../journey.types.js';
import { type HttpAnswer } from '../driver/transport.js';
import { type Action, bodyOf, type Play, post, text } from './action.types.js';

const findingsOf = async ({ person, file }: Play): Promise<FindingsSummary> =>
  bodyOf<FindingsSummary>(await person.get(`/dossiers/${file.id}/findings`));

/** The own open assignment of this dossier is answered: `{conflict, reason}`. */
const declare: Action = async (play) => answerAssignment(play, 'declaration');
const decline: Action = async (play) => answerAssignment(play, 'decline');

async function answerAssignment(play: Play, answer: 'declaration' | 'decline'): Promise<HttpAnswer> {
  const { items } = bodyOf<{ items: { id: string; dossierId: string }[] }>(
    await play.person.get('/assignments'),
  );
  const own = items.find(({ dossierId }) => dossierId === play.file.id);
  if (own === undefined) throw new Error(`${play.person.key} has no open assignment in this dossier`);
  return play.person.send('POST', `/assignments/${own.id}/${answer}`, play.payload, {
    'idempotency-key': play.key,
  });
}

/**
 * Decides on every list candidate that nobody decided on: `confirmed` names them as `<line> <list>:<code>` with the reason,
 * all others are rejected with the reason `rejected`.
 */
const decideMatches: Action = async (play) => {
  const { confirmed = {}, rejected } = play.payload as {
    confirmed?: Record<string, string>;
    rejected?: string;
  };
  const open = (await findingsOf(play)).candidates.filter(({ decided }) => decided === null);
  let last: HttpAnswer = { status: 200, body: null, bytes: new Uint8Array() };
  for (const [index, { lineId, list, code }] of open.entries()) {
    const name = `${lineId} ${list}:${code}`;
    const reason = confirmed[name];
    const said = reason ?? rejected ?? '';
    const decision = reason === undefined ? 'rejected' : 'confirmed';
    last = await post(play, '/matches', { lineId, list, code, decision, reason: said }, `-${index}`);
    play.file.matches.set(name, bodyOf<{ id: string }>(last).id);
  }
  return last;
};

/** Stands beside somebody's confirmation of a prohibited technology: `{match: 'L1 prohibited:C11'}`. */
const secondMatch: Action = async (play) =>
  post(play, `/matches/${known(play.file.matches, text(play, 'match'), 'decision on')}/second`);

/** Records a look into every annex that is in force but not loaded: `{remark}`. */
const checkAnnexes: Action = async (play) => {
  const { findings, uncheckedAnnexes } = await findingsOf(play);
  const looks = findings
    .filter(({ key }) => uncheckedAnnexes.includes(key))
    .flatMap(({ key, missing }) =>
      missing.filter((name) => name.startsWith('annex:')).map((name) => [lineOf(key), name.slice(6)]),
    );
  const distinct = [...new Map(looks.map((pair) => [pair.join('|'), pair])).values()];
  let last: HttpAnswer = { status: 200, body: null, bytes: new Uint8Array() };
  for (const [index, [lineId, listVersion]] of distinct.entries())
    last = await post(
      play,
      '/annex-checks',
      { lineId, listVersion, result: 'not_found', remark: text(play, 'remark') },
      `-${index}`,
    );
  return last;
};
const lineOf = (findingKey: string): string => /\[([^\]]+)\]$/.exec(findingKey)?.[1] ?? '';

/** Proposes to overturn a finding: `{findingKey, reason, documentId}`. */
const overturn: Action = async (play) => {
  const answer = await post(play, '/overturns', play.payload);
  if (answer.status === 200)
    play.file.overturns.set(text(play, 'findingKey'), bodyOf<{ id: string }>(answer).id);
  return answer;
};
const secondOverturn: Action = async (play) =>
  post(play, `/overturns/${known(play.file.overturns, text(play, 'findingKey'), 'overturn of')}/second`);

/** Accepts an item of evidence: `{evidence: <id>}`. */
const acceptEvidence: Action = async (play) => post(play, `/evidence/${text(play, 'evidence')}/accept`);

export const APPRAISAL_ACTIONS: Record<string, Action> = {
  declare,
  decline,
  decide_matches: decideMatches,
  second_match: secondMatch,
  check_annexes: checkAnnexes,
  overturn,
  second_overturn: secondOverturn,
  accept_evidence: acceptEvidence,
};
