import { canonicalJson } from '#kernel';

/** What an entry's hash speaks of, with its facts as JSON says them. */
export interface HashedContent {
  chainId: string;
  seq: number;
  at: string;
  actorId: string;
  actorRole: string;
  action: string;
  subject: { kind: string; id: string };
  outcome: string;
  facts: Record<string, unknown>;
  payloadHash: string | null;
  prevHash: string;
}

/** As RFC 8785 writes it, which for whole characters is what JSON.stringify does; half of a surrogate pair is refused. */
const quoted = (text: string): string => (text.isWellFormed() ? JSON.stringify(text) : canonicalJson(text));

/**
 * The RFC 8785 text of an entry, put together field by field: what `canonicalJson` gives for the same content, in a tenth of
 * the time, since the names of its fields are known.
 */
export function canonicalEntry(entry: HashedContent): string {
  const { action, actorId, actorRole, at, chainId, facts, outcome, payloadHash, prevHash, seq, subject } =
    entry;
  return `{"action":${quoted(action)},"actorId":${quoted(actorId)},"actorRole":${quoted(actorRole)},"at":${quoted(at)},"chainId":${quoted(chainId)},"facts":${canonicalFields(facts)},"outcome":${quoted(outcome)},"payloadHash":${payloadHash === null ? 'null' : quoted(payloadHash)},"prevHash":${quoted(prevHash)},"seq":${canonicalNumber(seq)},"subject":{"id":${quoted(subject.id)},"kind":${quoted(subject.kind)}}}`;
}

/** The RFC 8785 text of a JSON value as `JSON.parse` gives it. */
export function canonicalValue(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(canonicalValue).join(',')}]`;
  return typeof value === 'object' ? canonicalFields(value as Record<string, unknown>) : canonicalJson(value);
}

function canonicalFields(fields: Record<string, unknown>): string {
  let text = '';
  for (const name of Object.keys(fields).sort())
    text += `${text === '' ? '' : ','}${quoted(name)}:${canonicalValue(fields[name])}`;
  return `{${text}}`;
}

/** @throws as `canonicalJson` for what is no finite number */
const canonicalNumber = (value: number): string =>
  Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : canonicalJson(value);
