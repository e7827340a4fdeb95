import { type World } from '../sequences/world.js';

const [AUTHORITY, PERSON, ORGANISATION] = ['a1', 'a2', 'a3'].map(
  (end) => `00000009-0000-4000-8000-0000000000${end}`,
) as [string, string, string];

/** A person and an organisation of another authority of the same installation, by the paths that speak of such. */
export async function rowsOfAnotherAuthority({ sql }: World): Promise<[path: string, id: string][]> {
  await sql.query(
    `INSERT INTO authority (id, code, name, province, created_at) VALUES ('${AUTHORITY}', 'H99.01', 'Sở khác', 'Nơi khác', now());
     INSERT INTO organisation (id, authority_id, name, kind, created_at, updated_at)
       VALUES ('${ORGANISATION}', '${AUTHORITY}', 'Nơi khác', 'investor', now(), now());
     INSERT INTO app_user (id, authority_id, email, display_name, password_hash, created_at, updated_at)
       VALUES ('${PERSON}', '${AUTHORITY}', 'khac@demo.techgate.vn', 'Người khác', '-', now(), now())`,
  );
  return [
    ['/users/{id}', PERSON],
    ['/organisations/{id}', ORGANISATION],
  ];
}
