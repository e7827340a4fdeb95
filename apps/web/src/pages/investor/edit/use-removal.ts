import { useTranslation } from 'react-i18next';
import { offerUndo } from '../../../ui/undo-notice.js';
import { type Row, textOf } from '../draft/draft.types.js';
import { addRows, removeRows, type Rows } from '../draft/edit-rows.js';
import { putRowsBack } from '../draft/put-back.js';
import { useEditing } from './draft.context.js';
import { keepOffer } from './undo-offers.js';

const idsOf = (rows: readonly Row[]): Set<string> => new Set(rows.map(({ id }) => textOf(id)));

interface Removal {
  gone: readonly Row[];
  /** What comes in their stead. */
  added?: readonly Row[];
  /** Says what is gone. */
  message: string;
}

/** Takes rows out, puts others in their stead, and offers the way back as long as the editor is open. */
export function useRemoval(section: Rows): (removal: Removal) => void {
  const { t } = useTranslation(['investor', 'app']);
  const { edit, saver } = useEditing();
  return ({ gone, added = [], message }) => {
    const before = saver.read().draft;
    const ids = idsOf(gone);
    edit((draft) => addRows(removeRows(draft, section, ids), section, added));
    if (ids.size === 0) return;
    const onUndo = () =>
      edit((draft) => putRowsBack(removeRows(draft, section, idsOf(added)), before, section, ids));
    const words = { message, undo: t('machines.undo'), closeLabel: t('app:actions.close') };
    keepOffer(offerUndo({ ...words, onUndo }));
  };
}
