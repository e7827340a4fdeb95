/** More than the log of a dossier ever is; a browser would only fill its memory with it. */
export const LARGEST_EVIDENCE = 200_000_000;

export type EvidenceFileFault = 'empty' | 'tooLarge' | 'unreadable' | 'notEvidence';
export class EvidenceFileError extends Error {
  constructor(readonly fault: EvidenceFileFault) {
    super(fault);
  }
}

/**
 * The text of a file that somebody chose as evidence; nothing of it is read where its size alone says that it is none.
 * @throws EvidenceFileError for a file that is empty, far too large, or cannot be read (any more)
 */
export async function textOfEvidence(file: Pick<Blob, 'size' | 'text'>): Promise<string> {
  if (file.size === 0) throw new EvidenceFileError('empty');
  if (file.size > LARGEST_EVIDENCE) throw new EvidenceFileError('tooLarge');
  return file.text().catch(() => {
    throw new EvidenceFileError('unreadable');
  });
}

/**
 * What the text of an evidence file holds; it may still be damaged, which its verification tells.
 * @throws EvidenceFileError `notEvidence` for another text, also one in JSON
 */
export function parseEvidence(text: string): unknown {
  const file = parsed(text);
  const isEvidence =
    typeof file === 'object' && file !== null && 'format' in file && file.format === 'techgate-evidence-1';
  if (!isEvidence) throw new EvidenceFileError('notEvidence');
  return file;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new EvidenceFileError('notEvidence');
  }
}
