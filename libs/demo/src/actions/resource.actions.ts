import { known } from '../driver/case-file.js';
import { type HttpAnswer } from '../driver/transport.js';
import { type Action, type Play, post, text } from './action.types.js';

/** Where a value of an answer is: its path (`session.id`), or in a list the one that fits. */
type Place = string | { at: string; where: Record<string, unknown>; take: string };

/**
 * Posts to a resource of the dossier: `{to, body, keep}`. `{name}` in `to` and in the texts of `body` is what an earlier
 * step kept under that name; `keep` names values of the answer by their places.
 */
const postTo: Action = async (play) => {
  const { file, payload } = play;
  const body = JSON.parse(withKept(JSON.stringify(payload['body'] ?? {}), file.kept)) as object;
  return kept(play, await post(play, withKept(text(play, 'to'), file.kept), body));
};

/** Reads a resource of the dossier, `{from, keep}`, and keeps what later steps need. */
const read: Action = async (play) =>
  kept(
    play,
    await play.person.get(`/dossiers/${play.file.id}${withKept(text(play, 'from'), play.file.kept)}`),
  );

const withKept = (words: string, values: ReadonlyMap<string, string>): string =>
  words.replace(/\{([a-z][a-z0-9-]*)\}/gu, (_, name: string) => known(values, name, 'kept value'));

function kept({ file, payload }: Play, answer: HttpAnswer): HttpAnswer {
  const names = (payload['keep'] ?? {}) as Record<string, Place>;
  if (answer.status < 300)
    for (const [name, place] of Object.entries(names)) file.kept.set(name, textAt(answer.body, place));
  return answer;
}

const at = (body: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], body);

/** @throws Error when there is no text at the place */
function textAt(body: unknown, place: Place): string {
  const found = typeof place === 'string' ? at(body, place) : at(oneOf(body, place), place.take);
  if (typeof found === 'string') return found;
  throw new Error(`the answer has no text at ${JSON.stringify(place)}: ${JSON.stringify(body)}`);
}

function oneOf(body: unknown, { at: path, where }: Exclude<Place, string>): unknown {
  const list = at(body, path);
  const fits = (item: unknown) => Object.entries(where).every(([key, value]) => at(item, key) === value);
  return Array.isArray(list) ? list.find(fits) : undefined;
}

export const RESOURCE_ACTIONS: Record<string, Action> = { post: postTo, read };
