import { type Verification } from '#contracts';
import { type Tx } from '#database';
import { logAccountAct } from './account-audit.js';

/** The authority that takes over where nobody of the own one is left to decide. */
export interface SubstituteAuthority {
  id: string;
  /** 1, 2, 3 …: each record replaces the one before, which is kept. */
  number: number;
  name: string;
  address: string | null;
  legalBasis: string;
  verification: Verification;
  recordedAt: Date;
}
export type NewSubstituteAuthority = Pick<
  SubstituteAuthority,
  'name' | 'address' | 'legalBasis' | 'verification'
>;

const COLUMNS = `id, number, name, address, legal_basis AS "legalBasis", verification, recorded_at AS "recordedAt"`;

/** The substitute of an authority as it is recorded now; null when none is. */
export const substituteAuthorityOf = (tx: Tx, authorityId: string): Promise<SubstituteAuthority | null> =>
  tx.one<SubstituteAuthority>(
    `SELECT ${COLUMNS} FROM substitute_authority WHERE authority_id = $1 ORDER BY number DESC LIMIT 1`,
    [authorityId],
  );

/** Records the substitute of the actor's authority in place of the earlier one, which stays in the table. */
export async function recordSubstituteAuthority(
  tx: Tx,
  given: NewSubstituteAuthority,
): Promise<SubstituteAuthority> {
  const { name, address, legalBasis, verification } = given;
  await tx.query('SELECT 1 FROM authority WHERE id = $1 FOR UPDATE', [tx.actor.authorityId]);
  const recorded = await tx.one<SubstituteAuthority>(
    `INSERT INTO substitute_authority (authority_id, number, name, address, legal_basis, verification, recorded_by, recorded_at)
     SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7 FROM substitute_authority WHERE authority_id = $1
     RETURNING ${COLUMNS}`,
    [tx.actor.authorityId, name.trim(), address, legalBasis.trim(), verification, tx.actor.id, tx.at],
  );
  if (!recorded) throw new Error('an inserted row comes back');
  const { id, number } = recorded;
  await logAccountAct(
    tx,
    'substitute_authority.recorded',
    { kind: 'substitute_authority', id },
    { number, verification },
  );
  return recorded;
}
