import { Inject, Injectable } from '@nestjs/common';
import { appendAudit } from '#audit';
import { type Tx, UnitOfWork } from '#database';
import { type Actor, Refusal } from '#kernel';
import { actingRoleOf } from '../acting-role.js';
import { answeredOnce, fingerprintOf } from '../command-receipt.store.js';
import { isOfTheHouse } from '../house.js';
import { refuseInsideOnly } from '../list/dossier-filter.js';
import { type ViewDraft, viewQuery } from '../domain/saved-view.js';
import { deleteView, insertView, type SavedView, updateView, viewOf, viewsOf } from './saved-view.store.js';

/** Lists that somebody keeps under a name, for themselves or for the house; each reader sees in them what they may see. */
@Injectable()
export class SavedViews {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  list(actor: Actor): Promise<SavedView[]> {
    return this.unitOfWork.read(actor, viewsOf);
  }

  /** @throws Refusal `not_found` */
  get(actor: Actor, id: string): Promise<SavedView> {
    return this.unitOfWork.read(actor, (tx) => viewOf(tx, id));
  }

  /** Keeps a new view, once per key. @throws Refusal those of `checked`, `view_name_taken`, `too_many_views`, `idempotency_key_reused` */
  create(actor: Actor, draft: ViewDraft, idempotencyKey: string | null): Promise<SavedView> {
    const delivery =
      idempotencyKey === null
        ? null
        : { key: idempotencyKey, fingerprint: fingerprintOf('create_view', '', draft) };
    return this.unitOfWork.run(actor, (tx) =>
      answeredOnce(tx, delivery, async () => {
        const kept = checked(actor, draft);
        const id = await insertView(tx, kept);
        await log(tx, id, 'created', kept);
        return viewOf(tx, id);
      }),
    );
  }

  /** Changes an own view. @throws Refusal `not_found`, `forbidden` for a colleague's, `stale_revision`, and those of `create` */
  change(actor: Actor, id: string, revision: number, changes: Partial<ViewDraft>): Promise<SavedView> {
    return this.unitOfWork.run(actor, async (tx) => {
      const view = await own(tx, id);
      const { name, query, columns, shared, position } = view;
      const kept = checked(actor, { name, query, columns, shared, position, ...changes });
      await updateView(tx, view, revision, kept);
      await log(tx, id, 'changed', kept);
      return viewOf(tx, id);
    });
  }

  /** Removes an own view. @throws Refusal `not_found`, `forbidden` for a colleague's, `stale_revision` */
  remove(actor: Actor, id: string, revision: number): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const view = await own(tx, id);
      await deleteView(tx, view, revision);
      await log(tx, id, 'removed', view);
    });
  }
}

async function own(tx: Tx, id: string): Promise<SavedView> {
  const view = await viewOf(tx, id);
  if (!view.mine) throw new Refusal('forbidden');
  return view;
}

/** A draft with its query as the list reads it. @throws Refusal `list_query_invalid`, `view_search_stays_private`, `view_sharing_inside_only` */
function checked(actor: Actor, draft: ViewDraft): ViewDraft {
  if (draft.shared && !isOfTheHouse(actor)) throw new Refusal('view_sharing_inside_only');
  const { text, parsed } = viewQuery(draft);
  refuseInsideOnly(actor, parsed);
  return { ...draft, name: draft.name.trim(), query: text };
}

const log = (tx: Tx, id: string, kind: string, { name, query, shared }: ViewDraft) =>
  appendAudit(tx, {
    chainId: id,
    actorRole: actingRoleOf(tx.actor),
    action: `view.${kind}`,
    subject: { kind: 'view', id },
    facts: { shared },
    payload: { name, query },
  });
