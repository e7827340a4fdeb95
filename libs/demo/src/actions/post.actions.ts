import { known } from '../driver/case-file.js';
import { type HttpAnswer } from '../driver/transport.js';
import { type Action, post, text } from './action.types.js';

/**
 * Posts to a resource of the dossier: `{to, body, keep}`. `{name}` in `to` and in the texts of `body` is what an earlier
 * step kept under that name; `keep` names values of the answer by their path: `{"council": "id"}`.
 */
const postTo: Action = async (play) => {
  const { file, payload } = play;
  const body = JSON.parse(withKept(JSON.stringify(payload['body'] ?? {}), file.kept)) as object;
  const answer = await post(play, withKept(text(play, 'to'), file.kept), body);
  if (answer.status < 300) keep(answer, file.kept, (payload['keep'] ?? {}) as Record<string, string>);
  return answer;
};

const withKept = (words: string, kept: ReadonlyMap<string, string>): string =>
  words.replace(/\{([a-z][a-z0-9-]*)\}/gu, (_, name: string) => known(kept, name, 'kept value'));

function keep(answer: HttpAnswer, kept: Map<string, string>, names: Record<string, string>): void {
  for (const [name, path] of Object.entries(names)) kept.set(name, valueAt(answer.body, path));
}

/** The text at a path such as `members.0.id`. @throws Error when there is none */
function valueAt(body: unknown, path: string): string {
  const found = path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], body);
  if (typeof found !== 'string')
    throw new Error(`the answer has no text at ${path}: ${JSON.stringify(body)}`);
  return found;
}

export const POST_ACTIONS: Record<string, Action> = { post: postTo };
