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
  principal?: { actor: { id: string } };
  /** The body as it arrives. */
  raw: { resume: () => unknown };
}
/** The fields that go with a file: their names, and what they are once all of them have arrived. */
export interface UploadForm<Fields> {
  names: readonly string[];
  read: (fields: ReadonlyMap<string, string>) => Fields;
}
export interface UploadFields {
  kind: DocumentKind;
  checklistItem: string | null;
}
export const DOCUMENT_FORM: UploadForm<UploadFields> = {
  names: ['kind', 'checklistItem'],
  read: (fields) => checkedFields(fields),
};
const CHECKLIST_ITEM = /^[A-Z][A-Z0-9.-]{0,19}$/;
/** One byte more than allowed has to arrive, or nobody would notice that the file is too large. */
const ONE_MORE = 1;

/** A second file has to arrive, or its sender would be told that the body is too large. */
const FILES = 2;

interface Upload<Fields, Result> {
  taken: Result;
  fields: Fields;
}

/** Uploads of one person at a time: each may take minutes and holds a file half received. */
const MOST_AT_ONCE = 10;
const RETRY_SECONDS = 5;
const underWay = new Map<string, number>();

/** Does work while it is one of a person's few uploads. @throws Refusal `rate_limited` */
async function asOneOfFew<Result>(
  { principal }: MultipartRequest,
  work: () => Promise<Result>,
): Promise<Result> {
  const who = principal?.actor.id ?? '';
  const already = underWay.get(who) ?? 0;
  if (already >= MOST_AT_ONCE) throw new Refusal('rate_limited', { retryAfterSeconds: RETRY_SECONDS });
  underWay.set(who, already + 1);
  try {
    return await work();
  } finally {
    const left = (underWay.get(who) ?? 1) - 1;
    if (left > 0) underWay.set(who, left);
    else underWay.delete(who);
  }
}

/**
 * Reads a multipart body to its end: fields, then one file, which `take` consumes as it arrives. What was taken is
 * discarded when something wrong follows.
 * @throws Refusal `unsupported_media_type`, `malformed_request`, `file_missing`, `upload_fields_invalid`, `rate_limited`
 * beside too many others of the same person, and what `take` throws. What is left of a refused body is let flow away:
 * a browser reads no answer before it has sent everything.
 */
export async function readUpload<Fields, Result extends { discard(): Promise<void> }>(
  request: MultipartRequest,
  how: { maxBytes: number; form: UploadForm<Fields> },
  take: (file: MultipartFile) => Promise<Result>,
): Promise<Upload<Fields, Result>> {
  try {
    return await asOneOfFew(request, () => readParts(request, how, take));
  } catch (error) {
    request.raw.resume();
    throw error;
  }
}

async function readParts<Fields, Result extends { discard(): Promise<void> }>(
  request: MultipartRequest,
  { maxBytes, form }: { maxBytes: number; form: UploadForm<Fields> },
  take: (file: MultipartFile) => Promise<Result>,
): Promise<Upload<Fields, Result>> {
  if (!request.isMultipart()) throw new Refusal('unsupported_media_type');
  const fields = new Map<string, string>();
  let upload: Upload<Fields, Result> | null = null;
  try {
    for await (const part of partsOf(request, { fileSize: maxBytes + ONE_MORE, files: FILES })) {
      if (upload) throw afterFile(part);
      if (part.type === 'file') upload = { fields: form.read(fields), taken: await take(onlyFile(part)) };
      else keepField(fields, part, form.names);
    }
  } catch (error) {
    await upload?.taken.discard();
    throw error;
  }
  if (!upload) throw new Refusal('file_missing');
  return upload;
}

const brokenOff = () => new Refusal('malformed_request', { errors: [{ pointer: '', code: 'multipart' }] });

/** The parts of a form. What its parser cannot read is the sender's fault; it says so in errors without a code. */
async function* partsOf(
  request: MultipartRequest,
  limits: Record<string, number>,
): AsyncGenerator<Multipart, void> {
  try {
    yield* request.parts({ limits, throwFileSizeLimit: false });
  } catch (error) {
    if (isCoded(error) && error.code !== INHERITED_NAME) throw error;
    throw brokenOff();
  }
}
/** How the parser refuses a field whose name every object has already. */
const INHERITED_NAME = 'FST_PROTO_VIOLATION';
const isCoded = (error: unknown): error is Error & { code: unknown } =>
  typeof error === 'object' && error !== null && 'code' in error;

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

function keepField(
  fields: Map<string, string>,
  part: Exclude<Multipart, MultipartFile>,
  names: readonly string[],
): void {
  if (!names.includes(part.fieldname)) throw wrongField(part.fieldname, 'unknown_field');
  if (typeof part.value !== 'string' || part.valueTruncated) throw wrongField(part.fieldname, 'is_string');
  fields.set(part.fieldname, part.value.trim());
}

function checkedFields(fields: ReadonlyMap<string, string>): UploadFields {
  const kind = DOCUMENT_KINDS.find((word) => word === (fields.get('kind') ?? 'paper'));
  if (!kind) throw wrongField('kind', 'is_in');
  const item = fields.get('checklistItem') ?? '';
  if (item !== '' && !CHECKLIST_ITEM.test(item)) throw wrongField('checklistItem', 'matches');
  return { kind, checklistItem: item === '' ? null : item };
}
