import { entryFault, type Entry, type Evidence, type Fault } from './evidence.types.js';

/** What can be said of the lists of an export by comparing them: no hash is computed. */
export function recordFaults(evidence: Evidence): Fault[] {
  return [
    ...orphanedPayloads(evidence),
    ...documentFaults(evidence),
    ...stepFaults(evidence),
    ...tailFault(evidence),
  ];
}

function orphanedPayloads({ entries, payloads }: Evidence): Fault[] {
  const awaited = new Set(entries.map(({ seq }) => seq));
  return payloads
    .filter(({ seq }) => !awaited.delete(seq))
    .map(({ seq }) => entryFault(seq, 'payload_unannounced'));
}

/** The list of documents says exactly what the entries say, so that it can be read on its own. */
function documentFaults({ entries, documents }: Evidence): Fault[] {
  const key = (one: Evidence['documents'][number]) => [one.seq, one.kind, one.id, one.sha256].join('|');
  const named = entries.flatMap(documentOf);
  const [listed, known] = [new Set(documents.map(key)), new Set(named.map(key))];
  const odd = [
    ...documents.filter((one) => !known.has(key(one))),
    ...named.filter((one) => !listed.has(key(one))),
  ];
  return odd.map(({ seq }) => entryFault(seq, 'document_hash_mismatch'));
}
const documentOf = ({ seq, subject, outcome, facts: { sha256 } }: Entry): Evidence['documents'] =>
  outcome === 'done' && typeof sha256 === 'string'
    ? [{ kind: subject.kind, id: subject.id, sha256, seq }]
    : [];

/** The steps of a dossier follow each other, each from where the one before it ended. */
function stepFaults({ entries }: Evidence): Fault[] {
  const steps = entries
    .filter(
      ({ action, outcome, facts }) => outcome === 'done' && action.startsWith('dossier.') && 'step' in facts,
    )
    .sort((a, b) => a.seq - b.seq);
  return steps
    .filter(
      ({ facts: { step, from } }, i) => step !== i + 1 || from !== (steps[i - 1]?.facts['to'] ?? 'draft'),
    )
    .map(({ seq }) => entryFault(seq, 'transition_differs'));
}

function tailFault({ entries, seal }: Evidence): Fault[] {
  const last = entries.reduce((highest, { seq }) => Math.max(highest, seq), 0);
  return last < seal.seq ? [entryFault(last + 1, 'tail_missing')] : [];
}
