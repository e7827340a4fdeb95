import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type StoredFile } from '../../../api/upload.js';
import { useSending } from '../../../api/use-sending.js';
import { formatSize } from '../../../format/format.js';
import { documentsQuery } from '../dossier.query.js';

/** One file on its way into the dossier: how far it is, what became of it, and what was wrong with it before it left. */
export function useUpload(dossierId: string, kind: string, onStored: (file: StoredFile) => void) {
  const { t } = useTranslation('review');
  const queries = useQueryClient();
  const [stored, setStored] = useState<{ id: string; name: string } | null>(null);
  const { notSent, sending, ...rest } = useSending(dossierId, { kind }, async (kept, { name }) => {
    await queries.invalidateQueries({ queryKey: documentsQuery(dossierId).queryKey });
    setStored({ id: kept.id, name });
    onStored(kept);
  });
  const refused =
    notSent && t(`document.${notSent.why}`, { name: notSent.file.name, most: formatSize(notSent.most) });
  return {
    ...{ ...rest, stored, refused },
    sending: sending && { ...sending, share: Math.round(sending.share * 100) },
  };
}
