import { useTranslation } from 'react-i18next';
import { offerUndo } from '../../../ui/undo-notice.js';
import { type Row, textOf } from '../draft/draft.types.js';
import { addRows, removeRows } from '../draft/edit-rows.js';
import { putMachinesBack } from '../draft/put-back.js';
import { useEditing } from '../edit/draft.context.js';
import { keepOffer } from '../edit/undo-offers.js';

const idsOf = (rows: readonly Row[]): Set<string> => new Set(rows.map(({ id }) => textOf(id)));

/** Takes machines out, puts others in their stead, and offers the way back as long as the editor is open. */
export function useExchange(): (gone: readonly Row[], added?: readonly Row[]) => void {
  const { t } = useTranslation(['investor', 'app']);
  const { edit, saver } = useEditing();
  return (gone, added = []) => {
    const before = saver.read().draft;
    const ids = idsOf(gone);
    edit((draft) => addRows(removeRows(draft, 'equipment', ids), 'equipment', added));
    if (ids.size === 0) return;
    const offer = offerUndo({
      message: t('machines.removed', { count: ids.size }),
      undo: t('machines.undo'),
      closeLabel: t('app:actions.close'),
      onUndo: () =>
        edit((draft) => putMachinesBack(removeRows(draft, 'equipment', idsOf(added)), before, ids)),
    });
    keepOffer(offer);
  };
}
