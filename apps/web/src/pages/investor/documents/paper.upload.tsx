import { type StoredFile } from '../../../api/upload.js';
import { useEditing } from '../edit/draft.context.js';
import { FileUpload } from './file.upload.js';
import { withPaper } from './papers.js';

interface Props {
  /** Item of the checklist that asks for the paper. */
  code: string;
  /** What the file is for, for readers. */
  label: string;
  onStored?: (file: StoredFile) => void;
}

/** Uploads a file as the paper that an item asks for: it is stored under the item, and the facts name it. */
export function PaperUpload({ code, label, onStored }: Props) {
  const { dossier, edit } = useEditing();
  return (
    <FileUpload
      dossierId={dossier.id}
      label={label}
      fields={{ kind: 'paper', checklistItem: code }}
      onStored={(file) => {
        edit((draft) => withPaper(draft, code, file.id));
        onStored?.(file);
      }}
    />
  );
}
