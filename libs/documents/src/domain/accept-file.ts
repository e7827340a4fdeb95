import { Refusal } from '#kernel';
import { ALLOWED_TYPES, type FileType, isAllowedExtension, matchesDeclaration } from './allowed-types.js';
import { type ByteSource } from './byte-source.js';
import { cleanFileName, extensionOf } from './file-name.js';
import { type Sniffed, sniffContent } from './sniff-content.js';

/** What the sender says of a file. */
export interface Declaration {
  fileName: string;
  contentType: string | null;
}
export interface AcceptedFile {
  fileName: string;
  /** By content. */
  contentType: string;
}

/**
 * Checks a file against what its sender declares and returns its cleaned name and true type.
 * @throws Refusal `file_empty`, `archive_refused`, `file_macros_refused`, `file_damaged`, `file_type_mismatch`,
 * `file_type_not_allowed`.
 */
export async function acceptFile(content: ByteSource, declared: Declaration): Promise<AcceptedFile> {
  const fileName = cleanFileName(declared.fileName);
  const extension = extensionOf(fileName);
  const found = allowedOrRefused(await sniffContent(content), extension);
  if (!matchesDeclaration(found, declared.contentType, extension)) {
    throw new Refusal('file_type_mismatch', { declared: declared.contentType, extension, found });
  }
  return { fileName, contentType: ALLOWED_TYPES[found].contentType };
}

function allowedOrRefused(sniffed: Sniffed, extension: string): FileType {
  switch (sniffed.found) {
    case 'empty':
      throw new Refusal('file_empty');
    case 'archive':
      throw new Refusal('archive_refused', { extension });
    case 'macros':
      throw new Refusal('file_macros_refused', { extension });
    case 'damaged':
      throw new Refusal('file_damaged', { extension });
    case 'other':
      throw unknownContent(sniffed.contentType, extension);
    default:
      return sniffed.found;
  }
}

const unknownContent = (found: string | null, extension: string): Refusal =>
  new Refusal(isAllowedExtension(extension) ? 'file_type_mismatch' : 'file_type_not_allowed', {
    extension,
    found,
  });
