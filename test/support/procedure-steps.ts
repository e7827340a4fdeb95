import { ClockAlarms } from '#casework';
import { type CommandName, type CommandPayloads, type Status } from '#contracts';
import { DEMO_AUTHORITY } from '#identity';
import { addDays, civilDateOf, instantAt } from '#kernel';
import { declared, conclusion, examine, ITEM, supplementRequest } from './dossier-builder.js';
import { type CommandBody, type DossierDriver, personId } from './dossier-driver.js';

/** Who does what on the way, by short names; `owner` is whoever opened the dossier. */
const ACTORS: Record<CommandName, string> = {
  submit: 'owner',
  assign: 'truongphong1',
  request_supplement: 'motcua1',
  resubmit: 'owner',
  deadline_passed: 'worker',
  return: 'motcua1',
  accept: 'motcua1',
  screen: 'chuyenvien1',
  notify_refusal: 'truongphong1',
  respond_to_refusal: 'owner',
  request_clarification: 'chuyenvien1',
  clarify: 'owner',
  conclude: 'chuyenvien1',
  send_back: 'truongphong1',
  endorse: 'truongphong1',
  approve: 'giamdoc',
  approve_with_conditions: 'giamdoc',
  refuse: 'giamdoc',
  withdraw: 'owner',
  extend_deadline: 'truongphong1',
  reopen: 'giamdoc',
};
const DISAGREES: readonly Status[] = ['refused', 'refusal_notified'];

const today = (dossier: DossierDriver) => civilDateOf(dossier.api.clock.now());
const breachedKeys = async (dossier: DossierDriver): Promise<string[]> =>
  (await dossier.findings()).findings.filter(({ verdict }) => verdict === 'breached').map(({ key }) => key);

async function curingCondition(dossier: DossierDriver) {
  const cures = await breachedKeys(dossier);
  return {
    what: 'Thay máy ép',
    deadlineOn: addDays(today(dossier), 90),
    proof: 'Chứng thư giám định',
    responsible: 'Chủ đầu tư',
    cures,
  };
}

async function concluding(dossier: DossierDriver, end: Status): Promise<CommandPayloads['conclude']> {
  const usual = await conclusion(dossier);
  if (DISAGREES.includes(end))
    return { ...usual, outcome: 'disagree_other', findingKeys: await breachedKeys(dossier) };
  if (end !== 'approved_with_conditions') return usual;
  return { ...usual, outcome: 'agree_with_conditions', conditions: [await curingCondition(dossier)] };
}

type Payload = (dossier: DossierDriver, end: Status) => unknown;
const PAYLOADS: Partial<Record<CommandName, Payload>> = {
  assign: () => ({ assigneeId: personId('chuyenvien1'), kind: 'lead' }),
  request_supplement: (dossier) => supplementRequest(addDays(today(dossier), 5)),
  request_clarification: (dossier) => ({
    items: [ITEM],
    replyBy: addDays(today(dossier), 5),
    headConsent: { headId: personId('truongphong1') },
  }),
  return: () => ({ reason: 'not_subject', explanation: 'Dự án không thuộc đối tượng.' }),
  notify_refusal: async (dossier) => ({
    grounds: 'Máy quá cũ.',
    replyBy: addDays(today(dossier), 2),
    findingKeys: await breachedKeys(dossier),
  }),
  respond_to_refusal: () => ({ response: 'Máy đã được cải tạo.' }),
  clarify: () => ({ answers: ['Công suất đạt 90 %.'] }),
  conclude: concluding,
  send_back: () => ({ reason: 'Nêu rõ hơn về dây chuyền.' }),
  approve_with_conditions: async (dossier) => ({ conditions: [await curingCondition(dossier)] }),
  refuse: async (dossier) => ({ reasons: 'Máy quá cũ.', findingKeys: await breachedKeys(dossier) }),
  reopen: (dossier) => ({ complaintDecision: 'QĐ 12/QĐ-UBND', decidedOn: today(dossier) }),
};

/** Who gives a command on the way. */
export const actorOf = (dossier: DossierDriver, command: CommandName): string =>
  ACTORS[command] === 'owner' ? dossier.owner : ACTORS[command];
/** A payload that passes now, on the way to `end`. */
export const payloadFor = async (
  dossier: DossierDriver,
  command: CommandName,
  end: Status,
): Promise<unknown> => (await PAYLOADS[command]?.(dossier, end)) ?? {};

/** Lets the worker run once. */
export const tick = (dossier: Pick<DossierDriver, 'api'>) =>
  dossier.api.app.get(ClockAlarms).tick(DEMO_AUTHORITY.id);

/** Moves the clock to the day after the supplement (or whatever clock) was due and lets the worker run. */
async function letItPass(dossier: DossierDriver, purpose: string): Promise<void> {
  const clock = (await dossier.clocks()).find(
    (candidate) => candidate.purpose === purpose && candidate.state === 'running',
  );
  if (!clock?.dueOn) throw new Error(`no ${purpose} clock runs`);
  dossier.api.clock.set(instantAt(addDays(clock.dueOn as never, 1), 9));
  await tick(dossier);
}
const OWNERS_CLOCK: Partial<Record<Status, string>> = {
  supplement_requested: 'supplement',
  clarification_requested: 'clarification',
  refusal_notified: 'refusal_reply',
};

/** Takes one step of a path as the right person; the worker's steps give no answer. */
export async function takeStep(
  dossier: DossierDriver,
  from: Status,
  command: CommandName,
  end: Status,
): Promise<CommandBody | null> {
  if (command === 'deadline_passed') {
    await letItPass(dossier, OWNERS_CLOCK[from] ?? 'reply');
    return null;
  }
  if (command === 'conclude') await examine(dossier);
  const payload = await payloadFor(dossier, command, end);
  const answer = await dossier.command(actorOf(dossier, command), command, payload as never);
  if (command === 'assign') await declared(dossier);
  return answer;
}
