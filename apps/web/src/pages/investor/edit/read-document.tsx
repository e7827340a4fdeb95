import { ShownDocument } from '../../dossiers/viewer/shown-document.js';
import { useEditing } from './draft.context.js';

/** The page that is being read, beside the form. */
export function ReadDocument() {
  const { dossier, reading } = useEditing();
  const source = reading?.source;
  if (!source) return null;
  const { documentId, page } = source;
  return <ShownDocument key={`${documentId} ${page}`} {...{ documentId, page }} dossierId={dossier.id} />;
}
