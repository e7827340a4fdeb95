import { type Tx } from '#database';
import { recordLive } from '#live';

/** What is told: a kind of the catalogue, its values (codes, dates, numbers), and to whom. */
export interface News {
  dossierId: string | null;
  kind: string;
  params: Record<string, string | number | boolean | null>;
  userIds: readonly string[];
}

/**
 * Writes one notification per person, each person once, and never one to the person who acts. The text is made from the
 * kind when it is read, and their open screens are told. Who may be told is the caller's choice by `recipients`.
 */
export async function notifyPeople(tx: Tx, { dossierId, kind, params, userIds }: News): Promise<void> {
  const people = [...new Set(userIds)].filter((id) => id !== tx.actor.id);
  if (people.length === 0) return;
  const told = recordLive(tx, { topic: 'notification', subjectId: dossierId, kind, audiences: people });
  const written = tx.query(
    `INSERT INTO notification (recipient_id, dossier_id, kind, params, at)
     SELECT person, $2, $3, $4::jsonb, $5 FROM unnest($1::uuid[]) AS person`,
    [people, dossierId, kind, JSON.stringify(params), tx.at],
  );
  await Promise.all([told, written]);
}
