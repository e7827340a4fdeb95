import { queryOptions } from '@tanstack/react-query';
import { keyed, seenAt } from '../../../api/act-headers.js';
import { answer, api } from '../../../api/client.js';
import { type StoredFile } from '../../../api/upload.js';

export const documentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['dossiers', 'documents', id],
    queryFn: () => answer(api.GET('/api/v1/dossiers/{id}/documents', { params: { path: { id } } })),
  });

/** Withdraws a file, under one key however often it is tried. @throws ProblemError */
export const withdrawFile = ({ id, revision }: StoredFile, reason: string, key: string) =>
  answer(
    api.POST('/api/v1/documents/{id}/withdraw', {
      params: {
        path: { id },
        header: { ...seenAt(revision), ...keyed(key) },
      },
      body: { reason },
    }),
  );
