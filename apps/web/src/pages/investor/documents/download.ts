import { answer, api } from '../../../api/client.js';

/** Fetches a file in the name of the session and hands it to the browser as a download; it is never shown inline. */
export async function downloadFile(id: string, name: string): Promise<void> {
  const asked = api.GET('/api/v1/documents/{id}/content', { params: { path: { id } }, parseAs: 'blob' });
  const address = URL.createObjectURL(await answer(asked));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
