import { type Evidence } from './evidence.types.js';

type Form = 'text' | 'text?' | 'count' | 'hash' | 'hash?' | 'hashes' | 'hex' | 'object' | 'anything';
type Fields = Record<string, Form>;

const HASH = /^[0-9a-f]{64}$/;
const isHash = (value: unknown): boolean => typeof value === 'string' && HASH.test(value);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const HAS: Record<Form, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string',
  'text?': (value) => value === null || typeof value === 'string',
  count: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  hash: isHash,
  'hash?': (value) => value === null || isHash(value),
  hashes: (value) => Array.isArray(value) && value.every(isHash),
  hex: (value) => typeof value === 'string' && /^([0-9a-f]{2})+$/.test(value),
  object: isObject,
  anything: () => true,
};

const SEAL: Fields = {
  chainId: 'text',
  seq: 'count',
  hash: 'hash',
  at: 'text',
  keyId: 'hash',
  signature: 'text',
};
const LISTS: Record<string, Fields> = {
  entries: {
    ...{ chainId: 'text', seq: 'count', at: 'text', actorId: 'text', actorRole: 'text', action: 'text' },
    ...{
      subject: 'object',
      outcome: 'text',
      facts: 'object',
      payloadHash: 'hash?',
      prevHash: 'hash',
      hash: 'hash',
    },
  },
  payloads: { seq: 'count', salt: 'hex', payload: 'anything' },
  documents: { kind: 'text', id: 'text', sha256: 'hash', seq: 'count' },
  checkpoints: {
    ...{
      number: 'count',
      size: 'count',
      totalSize: 'count',
      root: 'hash',
      firstAt: 'text?',
      lastAt: 'text?',
    },
    ...{ at: 'text', previousCheckpointHash: 'hash', keyId: 'hash', signature: 'text' },
  },
  proofs: { seq: 'count', checkpoint: 'count', index: 'count', path: 'hashes' },
};

/** The export, or as a text the JSON pointer of the first thing that has not the form of the format. */
export function readEvidence(file: unknown): Evidence | string {
  if (!isObject(file)) return '/';
  if (file['format'] !== 'techgate-evidence-1') return '/format';
  if (typeof file['chainId'] !== 'string') return '/chainId';
  for (const [name, fields] of Object.entries(LISTS)) {
    const flaw = listFlaw(file[name], fields);
    if (flaw !== null) return `/${name}${flaw}`;
  }
  const seal = flawOf(file['seal'], SEAL);
  return seal === null ? (file as unknown as Evidence) : `/seal${seal}`;
}

function listFlaw(list: unknown, fields: Fields): string | null {
  if (!Array.isArray(list)) return '';
  for (const [i, item] of list.entries()) {
    const flaw = flawOf(item, fields);
    if (flaw !== null) return `/${i}${flaw}`;
  }
  return null;
}

/** Unknown fields are flaws: what is not hashed must not be read as if it were. */
function flawOf(item: unknown, fields: Fields): string | null {
  if (!isObject(item)) return '';
  const unknown = Object.keys(item).find((name) => !Object.hasOwn(fields, name));
  if (unknown !== undefined) return `/${unknown}`;
  const wrong = Object.entries(fields).find(
    ([name, form]) => !Object.hasOwn(item, name) || !HAS[form](item[name]),
  );
  return wrong === undefined ? null : `/${wrong[0]}`;
}
