import { FOLLOWED, type Followed } from '#contracts';
import { type Tx } from '#database';
import { projectConditions } from '../list/project-conditions.js';
import { filterQuery, type ProjectFilter } from '../list/project-filter.js';
import { FOLLOWED_SQL, STANDING_JOINS } from '../standing/standing.sql.js';
import { type Ratio, ratioOf } from '../domain/ratio.js';
import { type CountedList } from './coverage.query.js';

/** What became of our refusals. */
export interface RefusalsFollowed {
  scope: 'visible_to_reader';
  figures: Record<Exclude<Followed, 'not_applicable'>, CountedList>;
  /** Followed, of those on which the authority decided; null where it decided on none. */
  ratio: Ratio | null;
}

/** Counts the refusals by what the project authority made of them, with the list behind each number. */
export async function refusalsFollowed(tx: Tx, filter: ProjectFilter): Promise<RefusalsFollowed> {
  const where = projectConditions(tx, filter);
  const rows = await tx.query<{ followed: Followed; count: number }>(
    `SELECT t.followed, count(*) AS count FROM (SELECT ${FOLLOWED_SQL} AS followed FROM investment_project p ${STANDING_JOINS}
      WHERE ${where.toString()}) t GROUP BY t.followed`,
    where.values,
  );
  const count = (followed: Followed) => rows.find((row) => row.followed === followed)?.count ?? 0;
  const figures = FOLLOWED.filter((word) => word !== 'not_applicable').map((followed) => [
    followed,
    { count: count(followed), query: filterQuery({ ...filter, followed: [followed] }) },
  ]);
  return {
    scope: 'visible_to_reader',
    figures: Object.fromEntries(figures) as RefusalsFollowed['figures'],
    ratio: ratioOf(count('followed'), count('followed') + count('not_followed')),
  };
}
