import { type Multipart, type MultipartFile } from '@fastify/multipart';
import { DOCUMENT_KINDS, type DocumentKind } from '#documents';
import { Refusal } from '#kernel';

/** What we use of a request that carries a file. */
export interface MultipartRequest {
  isMultipart(): boolean;
  parts(options: {
    limits: Record<string, number>;
    throwFileSizeLimit?: boolean;
  }): AsyncIterableIterator<Multipart>;
}
export interface UploadFields {
  kind: DocumentKind;
  checklistItem: string | null;
}
const FIELD_NAMES = ['kind', 'checklistItem'];
const CHECKLIST_ITEM = /^[A-Z][A-Z0-9.-]{0,19}$/;
/** One byte more than allowed has to arrive, or nobody would notice that the file is too large. */
const ONE_MORE = 1;

/** A second file has to arrive, or its sender would be told that the body is too large. */
const FILES = 2;

interface Upload<Result> {
  taken: Result;
  fields: UploadFields;
}

/**
 * Reads a multipart body to its end: fields, then one file, which `take` consumes as it arrives. What was taken is
 * discarded when something wrong follows.
 * @throws Refusal `unsupported_media_type`, `file_missing`, `upload_fields_invalid`, and what `take` throws
 */
export async function readUpload<Result extends { discard(): Promise<void> }>(
  request: MultipartRequest,
  maxBytes: number,
  take: (file: MultipartFile) => Promise<Result>,
): Promise<Upload<Result>> {
  if (!request.isMultipart()) throw new Refusal('unsupported_media_type');
  const fields = new Map<string, string>();
  let upload: Upload<Result> | null = null;
  try {
    for await (const part of request.parts({
      limits: { fileSize: maxBytes + ONE_MORE, files: FILES },
      throwFileSizeLimit: false,
    })) {
      if (upload) throw afterFile(part);
      if (part.type === 'file') upload = { fields: checkedFields(fields), taken: await take(onlyFile(part)) };
      else keepField(fields, part);
    }
  } catch (error) {
    await upload?.taken.discard();
    throw error;
  }
  if (!upload) throw new Refusal('file_missing');
  return upload;
}

function afterFile(part: Multipart): Refusal {
  if (part.type !== 'file') return wrongField(part.fieldname, 'before_file');
  part.file.resume();
  return wrongField(part.fieldname, 'one_file');
}

const wrongField = (name: string, code: string): Refusal =>
  new Refusal('upload_fields_invalid', { errors: [{ pointer: `/${name}`, code }] });

function onlyFile(part: MultipartFile): MultipartFile {
  if (part.fieldname === 'file') return part;
  part.file.resume();
  throw wrongField(part.fieldname, 'unknown_field');
}

function keepField(fields: Map<string, string>, part: Exclude<Multipart, MultipartFile>): void {
  if (!FIELD_NAMES.includes(part.fieldname)) throw wrongField(part.fieldname, 'unknown_field');
  if (typeof part.value !== 'string' || part.valueTruncated) throw wrongField(part.fieldname, 'is_string');
  fields.set(part.fieldname, part.value.trim());
}

function checkedFields(fields: Map<string, string>): UploadFields {
  const kind = DOCUMENT_KINDS.find((word) => word === (fields.get('kind') ?? 'paper'));
  if (!kind) throw wrongField('kind', 'is_in');
  const item = fields.get('checklistItem') ?? '';
  if (item !== '' && !CHECKLIST_ITEM.test(item)) throw wrongField('checklistItem', 'matches');
  return { kind, checklistItem: item === '' ? null : item };
}
