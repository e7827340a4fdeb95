import { readFileSync } from 'node:fs';
import { checkDecisionModel } from './check-decision-model.js';

interface Node {
  type: string;
  content: { rules: Record<string, string>[]; outputs: { field: string }[]; hitPolicy?: string };
}
const load = (path: string): { nodes: Node[]; edges: unknown[] } =>
  JSON.parse(readFileSync(new URL(`../../../law/packs/${path}.json`, import.meta.url), 'utf8')) as {
    nodes: Node[];
    edges: unknown[];
  };
const machine = () => load('used-2019/screening/used-machine');
const AGE_TABLE = 2;
const broken = (mend: (age: Node, all: { nodes: Node[] }) => void) => {
  const content = machine();
  mend(content.nodes[AGE_TABLE] as Node, content);
  return checkDecisionModel({ id: 'used-machine', content }).map(({ code, place }) => `${code} ${place}`);
};

describe('check of decision models', () => {
  it.each([
    ['used-machine', 'used-2019/screening/used-machine'],
    ['used-line', 'used-2019/screening/used-line'],
    ['outdated', 'inv-2026/screening/outdated'],
    ['determination-certificate', 'det-2023/screening/determination-certificate'],
  ])('the shipped model %s passes', (id, path) =>
    expect(checkDecisionModel({ id, content: load(path) })).toEqual([]),
  );

  it('names the cell that the engine would silently skip', () => {
    expect(broken((age) => ((age.content.rules[7] as Record<string, string>).age = '< <'))).toEqual([
      'broken_expression /nodes/2/content/rules/7/age',
    ]);
  });
  it('names an unknown output and the test that is left without an answer', () => {
    expect(broken((age) => ((age.content.outputs[1] as { field: string }).field = 'age.result'))).toEqual([
      'unknown_output /nodes/2/content/outputs/1/field',
      'missing_table /nodes',
    ]);
    expect(broken((age) => ((age.content.outputs[2] as { field: string }).field = 'remarks'))).toEqual([
      'unknown_output /nodes/2/content/outputs/2/field',
    ]);
  });
  it('names a verdict that is none', () => {
    expect(
      broken((age) => ((age.content.rules[0] as Record<string, string>).out_verdict = "'passed'")),
    ).toEqual(['unknown_verdict /nodes/2/content/rules/0/out_verdict']);
  });
  it('refuses code in a pack, and what is no model or does not compile', () => {
    expect(broken((age) => (age.type = 'functionNode'))).toContain('not_a_model /nodes/2/type');
    expect(broken((age) => delete age.content.hitPolicy)).toEqual(['does_not_compile ']);
    expect(checkDecisionModel({ id: 'x', content: null }).map(({ code }) => code)).toEqual(['not_a_model']);
    expect(
      checkDecisionModel({ id: 'x', content: { nodes: [1], edges: [] } }).map(({ code }) => code),
    ).toEqual(['not_a_model']);
  });
});
