import { type HttpAnswer } from '../driver/transport.js';
import { type Action, bodyOf, type Play } from './action.types.js';

interface Sheet {
  id: string;
  criteria: { code: string }[];
}
interface OpinionStep {
  sheet?: string;
  /** By code of the criterion: mark and remark; the others are marked as `otherwise` says, `achieved` when it does not. */
  marks?: Record<string, [mark: string, remark: string]>;
  otherwise?: string;
  recommendation: string;
  summary: string;
}

/** Fills the criteria sheet, saves it and records it. */
const opinion: Action = async (play) => {
  const step = play.payload as unknown as OpinionStep;
  const body = {
    ...(await filledSheet(play, step)),
    recommendation: step.recommendation,
    summary: step.summary,
  };
  const { revision, state } = await ownOpinion(play);
  const saved = await put(play, { ...body, revision });
  if (saved.status !== 200 || state === 'recorded') return saved;
  const next = bodyOf<{ revision: number }>(saved).revision;
  return play.person.send(
    'POST',
    `/dossiers/${play.file.id}/opinions/mine/record`,
    { revision: next },
    { 'idempotency-key': `${play.key}-record` },
  );
};

const put = (play: Play, body: object): Promise<HttpAnswer> =>
  play.person.send('PUT', `/dossiers/${play.file.id}/opinions/mine`, body, { 'idempotency-key': play.key });

async function filledSheet(play: Play, { sheet, marks = {}, otherwise = 'achieved' }: OpinionStep) {
  const { items } = bodyOf<{ items: Sheet[] }>(await play.person.get(`/dossiers/${play.file.id}/criteria`));
  const chosen = items.find(({ id }) => id === sheet) ?? items[0];
  if (chosen === undefined) throw new Error('the law of this dossier has no criteria sheet');
  const criteria = chosen.criteria.map(({ code }) => {
    const [mark, remark] = marks[code] ?? [otherwise];
    return { code, mark, ...(remark === undefined ? {} : { remark }) };
  });
  return { sheetId: chosen.id, criteria };
}

async function ownOpinion(play: Play): Promise<{ revision: number; state: string }> {
  const [id, answer] = [
    await play.people.idOf(play.person.key),
    await play.person.get(`/dossiers/${play.file.id}/opinions`),
  ];
  const round = play.file.seen?.round ?? 1;
  const { items } = bodyOf<{ items: { authorId: string; revision: number; state: string; round: number }[] }>(
    answer,
  );
  return items.find((one) => one.authorId === id && one.round === round) ?? { revision: 0, state: 'none' };
}

export const OPINION_ACTIONS: Record<string, Action> = { opinion };
