import { readFileSync } from 'node:fs';
import { procedureOfPack, SHIPPED_PROCEDURES } from '../../../test/support/case-facts.js';
import { allEdges } from './edges.js';
import { mermaidOf, procedureDocument, procedureTable } from './procedure-diagram.js';

const PROCEDURE = procedureOfPack('inv-2026');

describe('the generated page of a procedure', () => {
  it.each(SHIPPED_PROCEDURES)('docs/diagrams/$id-$pack.md is of the pack as it acts', ({ pack, id }) => {
    const page = readFileSync(new URL(`../../../docs/diagrams/${id}-${pack}.md`, import.meta.url), 'utf8');
    expect(page).toBe(procedureDocument(procedureOfPack(pack, id)));
  });

  it('draws each pair of statuses once, with the Vietnamese names', () => {
    const lines = mermaidOf(PROCEDURE).split('\n');
    expect(lines).toContain('  state "Đang xem xét" as under_review');
    expect(lines).toContain('  submitted --> accepted: accept');
    expect(lines).toContain('  refusal_notified --> under_review: deadline_passed, respond_to_refusal');
    const arrows = lines.filter((line) => line.includes('-->')).map((line) => line.split(':')[0]);
    expect(new Set(arrows).size).toBe(arrows.length);
  });

  it('lists every edge with its guards in order', () => {
    const rows = procedureTable(PROCEDURE).split('\n').slice(2);
    expect(rows).toHaveLength(allEdges(PROCEDURE).length);
    expect(rows).toContain('| submitted | accept | accepted | `clerk` | – | `checklist_complete` |');
  });
});
