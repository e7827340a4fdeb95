import { type CaseFile } from '../driver/case-file.js';
import { type People } from '../driver/people.js';
import { type Person } from '../driver/person.js';
import { type HttpAnswer } from '../driver/transport.js';
import { type DossierSummary } from '../journey.types.js';

/** One step about to be played: who, on which dossier, with what (references resolved). */
export interface Play {
  person: Person;
  people: People;
  file: CaseFile;
  /** Different for every step: sent as `Idempotency-Key`. */
  key: string;
  name: string;
  payload: Record<string, unknown>;
}
/** Plays a step and returns the answer that decides whether it went well. */
export type Action = (play: Play) => Promise<HttpAnswer>;

/** The newest state of the dossier as a person sees it; null when it is not visible to them. */
export async function look({ person, file }: Pick<Play, 'person' | 'file'>): Promise<DossierSummary | null> {
  const answer = await person.get(`/dossiers/${file.id}`);
  if (answer.status !== 200) return null;
  file.seen = answer.body as DossierSummary;
  return file.seen;
}

/** Headers of a change to the dossier: the revision last seen by this person, and the key of the step. */
export async function changeHeaders(play: Play): Promise<Record<string, string>> {
  const seen = await look(play);
  return { 'if-match': `"${seen?.revision ?? 1}"`, 'idempotency-key': play.key };
}

/** A post on the dossier's own resources. */
export const post = (play: Play, path: string, body: object = {}, suffix = ''): Promise<HttpAnswer> =>
  play.person.send('POST', `/dossiers/${play.file.id}${path}`, body, {
    'idempotency-key': `${play.key}${suffix}`,
  });

/** What an answer holds. @throws Error with the answer when the request failed on the way to the real step */
export function bodyOf<Body>(answer: HttpAnswer): Body {
  if (answer.status >= 300) throw new Error(`answer ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body as Body;
}

/** A text that the step must give. */
export function text(play: Play, name: string): string {
  const value = play.payload[name];
  if (typeof value !== 'string') throw new Error(`${play.name} needs the text ${name}`);
  return value;
}
