import { naiveEntryHash, naivePayloadHash } from '../naive-chain.js';
import { type Records } from '../records.js';
import { Broken, dossierOf, type Oracle } from './moment.js';

/** 5: one row of the log and one entry of the chain for each step, and nothing without one. */
export const stepsOracle: Oracle = ({ before, after, tally }) => {
  const [was, is] = [dossierOf(before), dossierOf(after)];
  const steps = after.dossier_transition
    .filter(({ step }) => Number(step) > Number(was['step']))
    .sort((a, b) => Number(a['step']) - Number(b['step']));
  if (Number(is['step']) - Number(was['step']) !== steps.length)
    throw new Broken(5, 'steps and rows of the log differ', steps.length);
  let from = was['status'];
  for (const step of steps) {
    if (step['from_status'] !== from) throw new Broken(5, 'a step begins elsewhere', step);
    from = step['to_status'];
    const entries = after.audit_entry.filter(
      ({ action, outcome, facts }) =>
        outcome === 'done' &&
        action === `dossier.${String(step['command'])}` &&
        facts['step'] === step['step'],
    );
    if (entries.length !== 1) throw new Broken(5, 'a step without exactly one entry of the chain', step);
    tally.checked(5, 'a step with its log');
  }
  if (is['status'] !== from) throw new Broken(5, 'the status changed without a row of the log', is['status']);
  if (before.audit_entry.some((entry, index) => after.audit_entry[index]?.hash !== entry.hash))
    throw new Broken(5, 'an entry of the chain changed');
};

/** 5: the chain of a dossier from its first to its last entry, payloads included. */
export function chainOracle({ audit_entry, audit_payload, audit_chain_head }: Records): number {
  let prev = '0'.repeat(64);
  const payloads = new Map(audit_payload.map((row) => [row.entry_id, row]));
  audit_entry.forEach((entry, index) => {
    const payload = payloads.get(entry.id);
    if (entry.seq !== index + 1 || entry.prev_hash !== prev)
      throw new Broken(5, 'the chain has a gap', entry.seq);
    if (naiveEntryHash(entry) !== entry.hash)
      throw new Broken(5, 'an entry is not what its hash says', entry.seq);
    if ((payload ? naivePayloadHash(payload) : null) !== entry.payload_hash)
      throw new Broken(5, 'a payload is not what its hash says', entry.seq);
    prev = entry.hash;
  });
  if (audit_entry.length > 0 && audit_chain_head[0]?.['hash'] !== prev)
    throw new Broken(5, 'the head of the chain is another');
  return audit_entry.length;
}
