import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newActKey } from '../../../api/client.js';
import { useInstallation } from '../../../api/installation.query.js';
import { problemOfError } from '../../../api/problem.js';
import { type StoredFile, uploadFile } from '../../../api/upload.js';
import { formatSize } from '../../../format/format.js';
import { documentsQuery } from '../dossier.query.js';

interface Chosen {
  file: File;
  /** Kept when it is tried again, so that one file is stored once. */
  key: string;
}

/** One file on its way into the dossier: how far it is, what became of it, and what was wrong with it before it left. */
export function useUpload(dossierId: string, kind: string, onStored: (file: StoredFile) => void) {
  const { t } = useTranslation('review');
  const queries = useQueryClient();
  const most = useInstallation().data?.uploadMaxBytes ?? Infinity;
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null);
  const [stored, setStored] = useState<{ id: string; name: string } | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const last = useRef<Chosen | null>(null);
  const stopper = useRef<AbortController | null>(null);

  const send = async ({ file, key }: Chosen) => {
    const { signal } = (stopper.current = new AbortController());
    const { name } = file;
    setFault(null);
    setSending({ name, share: 0 });
    const onProgress = (share: number) => setSending({ name, share: Math.round(share * 100) });
    try {
      const kept = await uploadFile({ dossierId, file, key, fields: { kind }, signal, onProgress });
      await queries.invalidateQueries({ queryKey: documentsQuery(dossierId).queryKey });
      setStored({ id: kept.id, name });
      onStored(kept);
    } catch (error) {
      if (problemOfError(error).code !== 'stopped') setFault(error);
    } finally {
      setSending(null);
    }
  };
  const choose = (file: File | null) => {
    if (!file) return;
    const { name, size } = file;
    const empty = size === 0 ? t('document.empty', { name }) : null;
    const large = size > most ? t('document.large', { name, most: formatSize(most) }) : null;
    setFault(null);
    setRefused(empty ?? large);
    if (empty !== null || large !== null) return;
    last.current = { file, key: newActKey() };
    void send(last.current);
  };
  return {
    ...{ sending, stored, refused, fault, choose },
    stop: () => stopper.current?.abort(),
    again: () => last.current && void send(last.current),
  };
}
