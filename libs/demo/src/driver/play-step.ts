import { actionOf } from '../actions/actions.js';
import { type DossierSummary, type JourneyStep } from '../journey.types.js';
import { type CaseFile } from './case-file.js';
import { type People } from './people.js';
import { type ReferenceContext, resolved } from './references.js';
import { type HttpAnswer } from './transport.js';

const PROBLEM = 'urn:techgate:problem:';
const codeOf = ({ body }: HttpAnswer): string | null =>
  (body as { type?: string } | null)?.type?.replace(PROBLEM, '') ?? null;

/** Plays one step and returns what went otherwise than it says; empty when nothing did. */
export async function playStep(index: number, context: ReferenceContext): Promise<string[]> {
  const { journey, file, people } = context;
  const step = journey.steps[index] as JourneyStep;
  const person = people.named(step.by);
  const payload = (await resolved(step.with, context)) as Record<string, unknown>;
  const play = { person, people, file, key: `${journey.id}-${index + 1}`, name: step.do, payload };
  const answer = await actionOf(step.do)(play);
  return [...wrongAnswer(step, answer), ...(await wrongState(step, people, file))];
}

function wrongAnswer({ expect }: JourneyStep, answer: HttpAnswer): string[] {
  const good = expect.status === undefined ? answer.status < 300 : answer.status === expect.status;
  const named = expect.code === undefined || codeOf(answer) === expect.code;
  if (good && named) return [];
  return [
    `expected ${expect.status ?? 'success'} ${expect.code ?? ''}, got ${answer.status} ${JSON.stringify(answer.body)}`,
  ];
}

/** The auditor looks, since the person who acted may not see the dossier any more. */
async function wrongState({ expect }: JourneyStep, people: People, file: CaseFile): Promise<string[]> {
  if (expect.becomes === undefined && expect.dueOn === undefined) return [];
  const answer = await people.named('thanhtra').get(`/dossiers/${file.id}`);
  if (answer.status !== 200)
    return [`the auditor cannot see the dossier: ${answer.status} ${JSON.stringify(answer.body)}`];
  const seen = answer.body as DossierSummary;
  const status = expect.becomes !== undefined && seen.status !== expect.becomes;
  const dueOn = expect.dueOn !== undefined && seen.dueOn !== expect.dueOn;
  return [
    ...(status ? [`expected the dossier to become ${expect.becomes}, it is ${seen.status}`] : []),
    ...(dueOn ? [`expected due ${expect.dueOn}, it is ${seen.dueOn}`] : []),
  ];
}
