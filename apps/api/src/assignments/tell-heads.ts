import { type AnswerNews, type AssignmentNews } from '#assignments';
import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import { notifyPeople, recipients } from '#notifications';

/** News of an answer goes to the heads, since they assign. */
export class TellHeads implements AssignmentNews {
  async tell(tx: Tx, row: DossierRow, kind: AnswerNews): Promise<void> {
    const heads = await recipients(tx, row, 'head');
    const params = { projectName: row.projectName, fileCode: row.fileCode ?? '' };
    await notifyPeople(tx, { dossierId: row.id, kind, params, userIds: heads.map(({ id }) => id) });
  }
}
