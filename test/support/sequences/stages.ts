import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { type TechnologyFacts } from '#contracts';
import { digestOf } from '#kernel';
import { foldForSearch } from '#dossiers';
import { normaliseFacts } from '#screening';
import { orderFacts } from '../../../libs/screening/src/facts/normalise-facts.js';
import { relinked } from './naive-chain.js';
import { type Records, recordsOf, TABLE_NAMES, writeRecords } from './records.js';

/** A dossier as far as the API itself brought it; sequences start from copies of it. */
export interface Stage {
  variant: string;
  /** `draft`, `submitted`, … `issued`. */
  depth: string;
  owner: string;
  records: Records;
}
export const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

export const stageOf = async (
  sql: pg.Client,
  dossierId: string,
  of: Omit<Stage, 'records'>,
): Promise<Stage> => ({ ...of, records: await recordsOf(sql, dossierId) });

/** Fresh ids for everything that is the dossier's own; people, organisations and other dossiers keep theirs. */
function renamed(records: Records): { records: Records; id: string } {
  const fresh = new Map<string, string>();
  for (const name of TABLE_NAMES)
    for (const row of records[name] as { id?: unknown }[])
      if (typeof row.id === 'string') fresh.set(row.id, randomUUID());
  const text = JSON.stringify(records).replaceAll(UUID, (id) => fresh.get(id) ?? id);
  const original = records.dossier[0]?.['id'] as string;
  return { records: JSON.parse(text) as Records, id: fresh.get(original) ?? original };
}

/** Digests of facts and screenings speak of the new ids. */
function redigested(records: Records): Records {
  const facts = new Map<unknown, TechnologyFacts>();
  for (const row of records.facts_version) {
    facts.set(row['version'], row['facts'] as TechnologyFacts);
    row['digest'] = digestOf(row['facts']);
  }
  for (const row of records.screening) {
    const result = row['result'] as Record<string, unknown>;
    result['factsDigest'] = digestOf(orderFacts(normaliseFacts(facts.get(row['facts_version']) ?? {})));
    row['result_digest'] = digestOf(result);
  }
  return records;
}

/** Numbers are given once: copies take theirs from far above the registers. */
let copies = 0;
function renumbered(records: Records): Records {
  const copy = ++copies;
  for (const row of records.dossier) {
    const earlier = row['file_code'];
    if (typeof earlier === 'string') {
      // Of one length, so that none is found by the code of another.
      const code = `SEQ-${1_000_000 + copy}`;
      row['search_text'] = String(row['search_text']).replace(foldForSearch(earlier), foldForSearch(code));
      row['file_code'] = code;
    }
  }
  records.letter.forEach((row, index) => {
    if (row['number'] !== null) row['number'] = 1_000_000 + copy * 40 + index;
  });
  return records;
}

/** A new dossier that stands where the stage stands, with a log of its own that verifies. Returns its id. */
export async function copyOf(sql: pg.Client, stage: Stage): Promise<string> {
  const { records, id } = renamed(stage.records);
  const copy = renumbered(redigested(records));
  const entries = relinked(copy.audit_entry, copy.audit_payload);
  const head = [{ chain_id: id, seq: entries.length, hash: entries.at(-1)?.hash ?? '0'.repeat(64) }];
  await writeRecords(sql, { ...copy, audit_entry: entries, audit_chain_head: head });
  return id;
}
