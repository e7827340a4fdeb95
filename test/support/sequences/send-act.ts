import { type Answer } from '../api-client.js';
import { type Act } from './acts.js';
import { type World } from './world.js';

/** What an act was answered. */
export type Told = Answer<(Record<string, unknown> & { code?: string }) | null>;

/** Sends an act as it is. */
export async function sendAct(
  world: World,
  id: string,
  { act, revision, key, dryRun = false }: { act: Act; revision: number; key?: string; dryRun?: boolean },
): Promise<Told> {
  const client = await world.as(act.who);
  const at = act.path.startsWith('/api') ? act.path : `/api/v1/dossiers/${id}${act.path}`;
  const url = dryRun ? `${at}?dryRun=true` : at;
  const headers = {
    'content-type': 'application/json',
    ...(act.matches ? { 'if-match': `"${revision}"` } : {}),
    ...(key ? { 'idempotency-key': key } : {}),
  };
  const body = act.name === 'save opinion' ? await filledIn(world, id, act) : act.body;
  return client.raw(act.method, url, JSON.stringify(body), headers);
}

/** An opinion speaks of every criterion of the sheet. */
async function filledIn(world: World, id: string, { who, body }: Act): Promise<unknown> {
  const client = await world.as(who);
  const { body: sheets } = await client.get<{ items?: { criteria: { code: string }[] }[] }>(
    `/api/v1/dossiers/${id}/criteria`,
  );
  const given = body as { recommendation: string };
  const criteria = (sheets.items?.[0]?.criteria ?? []).map(({ code }, index) =>
    index === 0 && given.recommendation !== 'agree'
      ? { code, mark: 'not_achieved', remark: 'Không đạt.' }
      : { code, mark: 'achieved' },
  );
  return { ...given, criteria };
}
