/** Files of an intake, kept in the browser's own database: they are too large for anything else of a device. */
export interface KeptFiles {
  letter: File | null;
  table: File | null;
}
type Part = keyof KeptFiles;
const STORE = 'files';

const opened = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('techgate.intake', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('indexedDB'));
  });

async function inStore<Result>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => { result: Result },
): Promise<Result> {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error('indexedDB'));
    });
  } finally {
    database.close();
  }
}
const nameOf = (personId: string, part: Part) => `${personId}.${part}`;

/** Keeps a file for a person, or with null forgets it. A device without room, or without the database, keeps none. */
export async function keepFile(personId: string, part: Part, file: File | null): Promise<void> {
  const name = nameOf(personId, part);
  await inStore<unknown>('readwrite', (store) =>
    file === null ? store.delete(name) : store.put(file, name),
  ).catch(() => undefined);
}

const keptFile = (personId: string, part: Part): Promise<File | null> =>
  inStore<unknown>('readonly', (store) => store.get(nameOf(personId, part)))
    .then((kept) => (kept instanceof File ? kept : null))
    .catch(() => null);

/** What was kept for a person; null for what is not there. */
export async function keptFiles(personId: string): Promise<KeptFiles> {
  return { letter: await keptFile(personId, 'letter'), table: await keptFile(personId, 'table') };
}
export const forgetFiles = async (personId: string): Promise<void> => {
  await Promise.all((['letter', 'table'] as const).map((part) => keepFile(personId, part, null)));
};
