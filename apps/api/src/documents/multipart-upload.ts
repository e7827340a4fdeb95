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

/**
 * Reads a multipart body to its end: fields, then one file, which `take` consumes as it arrives.
 * @throws Refusal `unsupported_media_type`, `file_missing`, `upload_fields_invalid`, and what `take` throws
 */
export async function readUpload<Result>(
  request: MultipartRequest,
  maxBytes: number,
  take: (file: MultipartFile) => Promise<Result>,
): Promise<{ taken: Result; fields: UploadFields }> {
  if (!request.isMultipart()) throw new Refusal('unsupported_media_type');
  const fields = new Map<string, string>();
  let upload: { taken: Result; fields: UploadFields } | null = null;
  for await (const part of request.parts({
    limits: { fileSize: maxBytes + ONE_MORE },
    throwFileSizeLimit: false,
  })) {
    if (part.type === 'file') upload = { fields: checkedFields(fields), taken: await take(onlyFile(part)) };
    else if (upload) throw wrongField(part.fieldname, 'before_file');
    else keepField(fields, part);
  }
  if (!upload) throw new Refusal('file_missing');
  return upload;
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
