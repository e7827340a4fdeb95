import { EVIDENCE_FORMAT, type EvidenceFile } from './evidence.types.js';

type Form = 'text' | 'text?' | 'count' | 'hash' | 'hash?' | 'hashes' | 'hex' | 'object' | 'anything';

const ENTRY: Record<string, Form> = {
  chainId: 'text',
  seq: 'count',
  at: 'text',
  actorId: 'text',
  actorRole: 'text',
  action: 'text',
  subject: 'object',
  outcome: 'text',
  facts: 'object',
  payloadHash: 'hash?',
  prevHash: 'hash',
  hash: 'hash',
};
const PAYLOAD: Record<string, Form> = { seq: 'count', salt: 'hex', payload: 'anything' };
const DOCUMENT: Record<string, Form> = { kind: 'text', id: 'text', sha256: 'hash', seq: 'count' };
const CHECKPOINT: Record<string, Form> = {
  number: 'count',
  size: 'count',
  totalSize: 'count',
  root: 'hash',
  firstAt: 'text?',
  lastAt: 'text?',
  at: 'text',
  previousCheckpointHash: 'hash',
  keyId: 'hash',
  signature: 'text',
};
const PROOF: Record<string, Form> = { seq: 'count', checkpoint: 'count', index: 'count', path: 'hashes' };
const SEAL: Record<string, Form> = {
  chainId: 'text',
  seq: 'count',
  hash: 'hash',
  at: 'text',
  keyId: 'hash',
  signature: 'text',
};
const LISTS = {
  entries: ENTRY,
  payloads: PAYLOAD,
  documents: DOCUMENT,
  checkpoints: CHECKPOINT,
  proofs: PROOF,
};

/** Reads a parsed export file; a text is the JSON pointer of the first thing that has not the form of the format. */
export function readEvidence(file: unknown): EvidenceFile | string {
  if (!isObject(file)) return '/';
  if (file['format'] !== EVIDENCE_FORMAT) return '/format';
  if (typeof file['chainId'] !== 'string') return '/chainId';
  const flaw = firstFlaw(file);
  return flaw ?? (file as unknown as EvidenceFile);
}

function firstFlaw(file: Record<string, unknown>): string | null {
  for (const [name, form] of Object.entries(LISTS)) {
    const list = file[name];
    if (!Array.isArray(list)) return `/${name}`;
    for (const [i, item] of list.entries()) {
      const flaw = flawOf(item, form);
      if (flaw !== null) return `/${name}/${i}${flaw}`;
    }
  }
  const seal = flawOf(file['seal'], SEAL);
  return seal === null ? null : `/seal${seal}`;
}

/** Unknown fields count as flaws: what is not hashed must not be read as if it were. */
function flawOf(item: unknown, form: Record<string, Form>): string | null {
  if (!isObject(item)) return '';
  const unknown = Object.keys(item).find((key) => !(key in form));
  if (unknown !== undefined) return `/${unknown}`;
  const wrong = Object.entries(form).find(([key, kind]) => !(key in item) || !has(item[key], kind));
  return wrong === undefined ? null : `/${wrong[0]}`;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isHash = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

function has(value: unknown, form: Form): boolean {
  switch (form) {
    case 'text':
      return typeof value === 'string';
    case 'text?':
      return value === null || typeof value === 'string';
    case 'count':
      return Number.isSafeInteger(value) && (value as number) >= 0;
    case 'hash':
      return isHash(value);
    case 'hash?':
      return value === null || isHash(value);
    case 'hashes':
      return Array.isArray(value) && value.every(isHash);
    case 'hex':
      return typeof value === 'string' && /^([0-9a-f]{2})+$/.test(value);
    case 'object':
      return isObject(value);
    case 'anything':
      return true;
  }
}
