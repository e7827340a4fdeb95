import { type Action, bodyOf, changeHeaders, type Play, text } from './action.types.js';
import { multipart } from '../driver/multipart.js';
import { paperPdf } from './paper-pdf.js';
import { withSources } from './sources.js';

/** Opens the draft: `with` is the body of the request. */
const create: Action = async (play) => {
  const answer = await play.person.send('POST', '/dossiers', play.payload, { 'idempotency-key': play.key });
  if (answer.status === 201) play.file.dossierId = bodyOf<{ id: string }>(answer).id;
  return answer;
};

/** Saves sections of the facts; `sourcesByItem` names the pages they were read from. */
const facts: Action = async (play) =>
  play.person.send(
    'PATCH',
    `/dossiers/${play.file.id}`,
    { facts: withSources(play.payload) },
    await changeHeaders(play),
  );

/** Adds a paper to the dossier: a PDF with the given title and pages, remembered as `$documents.<name>`. */
const upload: Action = async (play) => {
  const pages = play.payload['pages'] as string[];
  const pdf = await paperPdf(text(play, 'title'), pages);
  const { body, contentType } = multipart(fieldsOf(play), {
    name: `${text(play, 'name')}.pdf`,
    type: 'application/pdf',
    content: pdf,
  });
  const headers = { 'content-type': contentType, 'idempotency-key': play.key };
  const answer = await play.person.raw({
    method: 'POST',
    path: `/dossiers/${play.file.id}/documents`,
    headers,
    body,
  });
  if (answer.status === 201) play.file.documents.set(text(play, 'name'), bodyOf<{ id: string }>(answer).id);
  return answer;
};

function fieldsOf({ payload }: Play): Record<string, string> {
  const { kind, item } = payload as { kind?: string; item?: string };
  return { ...(kind === undefined ? {} : { kind }), ...(item === undefined ? {} : { checklistItem: item }) };
}

export const INTAKE_ACTIONS: Record<string, Action> = { create, facts, upload };
