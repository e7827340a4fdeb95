import { rowsOfAnotherAuthority } from '../closed-doors/another-authority.js';
import { signIns, type World } from '../sequences/world.js';

/** The short name of the head of another authority of the same installation. */
export const HEAD_ELSEWHERE = 'khac';

/** Makes that head. Returns the world in which they too can sign in, and their id. */
export async function headElsewhere(world: World): Promise<{ world: World; id: string }> {
  const id = String(new Map(await rowsOfAnotherAuthority(world)).get('/users/{id}'));
  await world.sql.query(`INSERT INTO user_role (user_id, role, granted_at) VALUES ($1, 'head', now())`, [id]);
  return { world: { ...world, as: await signIns(world.api, world.sql) }, id };
}
