import { type Finding } from '#contracts';
import { type ClockSummary, type FindingsSummary } from '../journey.types.js';
import { type Action, bodyOf, changeHeaders, look, type Play } from './action.types.js';

/** Sends a command of the dossier; `with.dryRun` only asks what it would do. */
export const command: Action = async (play) => {
  const { dryRun = false, ...payload } = await completed(play);
  const headers = await changeHeaders(play);
  const query = dryRun === true ? '?dryRun=true' : '';
  return play.person.send(
    'POST',
    `/dossiers/${play.file.id}/commands/${play.name}${query}`,
    payload,
    headers,
  );
};

/** Asks for the dossier, for those who may not see it. */
const see: Action = async ({ person, file }) => person.get(`/dossiers/${file.id}`);

async function completed(play: Play): Promise<Record<string, unknown>> {
  if (play.name === 'conclude') return { ...play.payload, inconclusive: await inconclusiveAnswers(play) };
  if (play.name === 'extend_deadline')
    return { ...play.payload, clockId: await clockId(play, String(play.payload['clockId'])) };
  return play.payload;
}

interface GeneralAnswer {
  /** Beginnings of keys of findings; the first answer that fits a finding is taken. */
  every: string;
  answer: string;
  reason: string;
}

/** One answer for each inconclusive finding of the newest screening, from answers that name beginnings of keys. */
async function inconclusiveAnswers(play: Play): Promise<object[]> {
  const general = (play.payload['inconclusive'] ?? []) as GeneralAnswer[];
  const open = (await newestFindings(play)).filter(({ verdict }) => verdict === 'inconclusive');
  return open.flatMap(({ key }) => {
    const found = general.find(({ every }) => key.startsWith(every));
    return found === undefined ? [] : [{ findingKey: key, answer: found.answer, reason: found.reason }];
  });
}

const newestFindings = async ({ person, file }: Play): Promise<Pick<Finding, 'key' | 'verdict'>[]> =>
  bodyOf<FindingsSummary>(await person.get(`/dossiers/${file.id}/findings`)).findings;

async function clockId(play: Play, ruleId: string): Promise<string> {
  const { items } = bodyOf<{ items: ClockSummary[] }>(
    await play.person.get(`/dossiers/${play.file.id}/clocks`),
  );
  const found = items.find((clock) => clock.ruleId === ruleId);
  if (found === undefined) throw new Error(`the dossier has no clock ${ruleId}`);
  return found.id;
}

/** Nothing happens on this step but that days go by until it. */
const wait: Action = async (play) => {
  const seen = await look(play);
  return { status: seen === null ? 404 : 200, body: seen, bytes: new Uint8Array() };
};

export const COMMAND_ACTIONS: Record<string, Action> = { see, wait_until: wait };
