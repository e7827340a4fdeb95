import { type Tx } from '#database';
import { isOfTheHouse } from '#dossiers';
import { openDossierSql, visibleProjectsSql, wholeDossiersSql } from '#identity';
import { type Actor } from '#kernel';
import { type LiveEvent, type LiveTopic } from '#live';
import { type Seen, toldEvents, type ToldEvent } from './told-events.js';

/** Who sees whom at a dossier: the house itself, else those of one organisation, else nobody but the person. */
export const sideOf = (actor: Actor): string =>
  isOfTheHouse(actor) ? 'house' : (actor.organisationId ?? actor.id);

/** Whether an event is meant for somebody at all, before it is asked whether they see what it is about. */
export const isMeantFor = (actor: Actor, { audience }: LiveEvent): boolean =>
  ['open', actor.id, sideOf(actor)].includes(audience);

/**
 * What one person is told of some events: the policy of access is asked for all of them at once, as it stands now. The
 * transaction may be anybody's.
 */
export async function visibleEvents(
  tx: Tx,
  actor: Actor,
  events: readonly LiveEvent[],
): Promise<ToldEvent[]> {
  const meant = events.filter((event) => isMeantFor(actor, event));
  if (meant.length === 0) return [];
  const [dossiers, notified, projects] = await Promise.all([
    wholeDossiers(tx, actor, idsOf(meant, 'dossier', 'presence')),
    openDossiers(tx, actor, idsOf(meant, 'notification')),
    seenProjects(tx, actor, idsOf(meant, 'project')),
  ]);
  const seen: Seen = { dossiers, notified, projects };
  return toldEvents(meant, seen);
}

function idsOf(events: readonly LiveEvent[], ...topics: LiveTopic[]): string[] {
  const ids = events.flatMap(({ topic, subjectId }) =>
    topics.includes(topic) && subjectId !== null ? [subjectId] : [],
  );
  return [...new Set(ids)];
}

interface Row {
  id: string;
  revision: number;
}
async function wholeDossiers(tx: Tx, actor: Actor, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const whole = wholeDossiersSql({ actor, at: tx.at }, 1);
  const rows = await tx.composed<Row>(
    `SELECT d.id, d.revision FROM dossier d WHERE d.id = ANY ($1::uuid[]) AND ${whole.sql}`,
    [ids, ...whole.values],
  );
  return new Map(rows.map(({ id, revision }) => [id, revision]));
}

/** News also reach who is invited, before they see the dossier. */
async function openDossiers(tx: Tx, actor: Actor, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const open = openDossierSql({ actor, at: tx.at }, { asInvited: true, paramOffset: 1 });
  const rows = await tx.composed<Pick<Row, 'id'>>(
    `SELECT d.id FROM dossier d WHERE d.id = ANY ($1::uuid[]) AND ${open.sql}`,
    [ids, ...open.values],
  );
  return new Set(rows.map(({ id }) => id));
}

async function seenProjects(tx: Tx, actor: Actor, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const seen = visibleProjectsSql({ actor, at: tx.at }, 1);
  const rows = await tx.composed<Pick<Row, 'id'>>(
    `SELECT p.id FROM investment_project p WHERE p.id = ANY ($1::uuid[]) AND ${seen.sql}`,
    [ids, ...seen.values],
  );
  return new Set(rows.map(({ id }) => id));
}
