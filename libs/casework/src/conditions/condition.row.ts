import { type ConditionEventKind, type ConditionState } from '#contracts';
import { type Tx } from '#database';
import { type CivilDate } from '#kernel';

/** A condition of an approval as a task. */
export interface ConditionRow {
  id: string;
  dossierId: string;
  round: number;
  number: number;
  what: string;
  deadlineOn: CivilDate;
  proof: string;
  responsible: string;
  /** Keys of the findings that it cures. */
  cures: string[];
  state: ConditionState;
  /** While it is suspended: what it becomes again when the decision is confirmed. */
  stateBefore: ConditionState | null;
  /** Day of the letter that told it; null until that letter was issued. */
  imposedOn: CivilDate | null;
  revision: number;
}
/** One change of a condition, as it stands in its history. */
export interface ConditionEventRow {
  conditionId: string;
  revision: number;
  kind: ConditionEventKind;
  state: ConditionState;
  deadlineOn: CivilDate;
  note: string | null;
  documentIds: string[];
  actorId: string;
  actorName: string | null;
  actorRole: string;
  at: Date;
}

/** The select list that makes a `ConditionRow`, with the table's alias. */
export const conditionColumns = (alias: string): string =>
  `${alias}.id, ${alias}.dossier_id AS "dossierId", ${alias}.round, ${alias}.number, ${alias}.what,
  ${alias}.deadline_on AS "deadlineOn", ${alias}.proof, ${alias}.responsible, ${alias}.cures, ${alias}.state,
  ${alias}.state_before AS "stateBefore", ${alias}.imposed_on AS "imposedOn", ${alias}.revision`;

/** Every condition of a dossier, newest round first. */
export const conditionsOfDossier = (tx: Tx, dossierId: string): Promise<ConditionRow[]> =>
  tx.query(
    `SELECT ${conditionColumns('c')} FROM condition_task c WHERE c.dossier_id = $1 ORDER BY c.round DESC, c.number`,
    [dossierId],
  );

/** The condition that a number means: of the newest round that has it in force or behind it; null when there is none. */
export const conditionOfNumber = (tx: Tx, dossierId: string, number: number): Promise<ConditionRow | null> =>
  tx.one(
    `SELECT ${conditionColumns('c')} FROM condition_task c WHERE c.dossier_id = $1 AND c.number = $2 AND c.imposed_on IS NOT NULL
      ORDER BY (c.state = 'superseded'), c.round DESC LIMIT 1`,
    [dossierId, number],
  );

/** The history of conditions, oldest first. */
export const conditionEventsOf = (tx: Tx, ids: readonly string[]): Promise<ConditionEventRow[]> =>
  tx.query(
    `SELECT e.condition_id AS "conditionId", e.revision, e.kind, e.state, e.deadline_on AS "deadlineOn", e.note,
            e.document_ids AS "documentIds", e.actor_id AS "actorId", u.display_name AS "actorName",
            e.actor_role AS "actorRole", e.at
       FROM condition_event e LEFT JOIN app_user u ON u.id = e.actor_id
      WHERE e.condition_id = ANY ($1) ORDER BY e.condition_id, e.revision`,
    [ids],
  );
