import { useRef, useState } from 'react';
import { newActKey } from './client.js';
import { useInstallation } from './installation.query.js';
import { problemOfError } from './problem.js';
import { type StoredFile, uploadFile } from './upload.js';

interface Chosen {
  file: File;
  /** Kept when it is tried again, so that one file is stored once. */
  key: string;
}
/** Why a file was not sent at all: it has no content, or more bytes than the installation takes. */
export interface NotSent {
  why: 'empty' | 'large';
  file: File;
  /** Bytes. */
  most: number;
}

/**
 * One file on its way into a dossier: how far it is (`share` from 0 to 1), and what was wrong with it, before it left or
 * on the way. What is stopped by hand is no fault.
 * @param onStored what is done once it is kept; the file counts as on its way until then
 */
export function useSending(
  dossierId: string,
  fields: { kind: string; checklistItem?: string },
  onStored: (stored: StoredFile, file: File) => Promise<void>,
) {
  const most = useInstallation().data?.uploadMaxBytes ?? Infinity;
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null);
  const [notSent, setNotSent] = useState<NotSent | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const last = useRef<Chosen | null>(null);
  const stopper = useRef<AbortController | null>(null);

  const send = async ({ file, key }: Chosen) => {
    const { signal } = (stopper.current = new AbortController());
    const onProgress = (share: number) => setSending({ name: file.name, share });
    setFault(null);
    onProgress(0);
    try {
      await onStored(await uploadFile({ dossierId, file, key, fields, signal, onProgress }), file);
    } catch (error) {
      if (problemOfError(error).code !== 'stopped') setFault(error);
    } finally {
      setSending(null);
    }
  };
  const choose = (file: File | null) => {
    if (!file) return;
    const why = notSentFor(file.size, most);
    setFault(null);
    setNotSent(why && { why, file, most });
    if (why !== null) return;
    last.current = { file, key: newActKey() };
    void send(last.current);
  };
  return {
    ...{ sending, notSent, fault, choose },
    stop: () => stopper.current?.abort(),
    again: () => last.current && void send(last.current),
  };
}

const notSentFor = (bytes: number, most: number): NotSent['why'] | null => {
  if (bytes === 0) return 'empty';
  return bytes > most ? 'large' : null;
};
