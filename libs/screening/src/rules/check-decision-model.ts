import { ZenEngine, evaluateExpressionSync, evaluateUnaryExpressionSync } from '@gorules/zen-engine';
import { RULE_FAMILIES } from './judge-families.js';
import { VERDICTS } from './outcome.js';
import { CERTIFICATE_MODEL } from './evidence.js';

/** One fault of a decision model: where in the file (JSON pointer), which rule it breaks, and why. */
export interface ModelFault {
  place: string;
  code:
    | 'not_a_model'
    | 'does_not_compile'
    | 'broken_expression'
    | 'unknown_output'
    | 'missing_table'
    | 'unknown_verdict';
  reason: string;
}
type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const contentOf = (node: Json): Json => (isObject(node['content']) ? node['content'] : {});

/** What a table may answer: `<group>.ruleId` and so on in rule models, three plain names in the certificate table. */
const RULE_OUTPUT = /^([a-z_]+)\.(ruleId|verdict|notes|missing|values\.[A-Za-z]+)$/;
const CERTIFICATE_OUTPUTS = ['proof', 'notes', 'validMonths'];

const isParseError = (error: unknown): boolean => String(error).includes('"parserError"');
/** An expression that cannot be read fails silently in a table: the row is skipped and the next one decides. */
function parses(evaluate: () => unknown): boolean {
  try {
    evaluate();
    return true;
  } catch (error) {
    return !isParseError(error);
  }
}
const readable = (text: unknown, unary: boolean): boolean => {
  if (typeof text !== 'string') return false;
  if (text.trim() === '') return true;
  return parses(() =>
    unary ? evaluateUnaryExpressionSync(text, { $: null }) : evaluateExpressionSync(text, {}),
  );
};
const broken = (place: string, text: unknown): ModelFault => ({
  place,
  code: 'broken_expression',
  reason: `the engine cannot read: ${String(text)}`,
});

function tableCells(node: Json, at: string): ModelFault[] {
  const content = contentOf(node);
  const columns = [
    ...objects(content['inputs']).map((column) => ({
      id: String(column['id']),
      unary: column['field'] !== undefined,
    })),
    ...objects(content['outputs']).map((column) => ({ id: String(column['id']), unary: false })),
  ];
  return objects(content['rules']).flatMap((rule, index) =>
    columns
      .filter(({ id, unary }) => rule[id] !== undefined && !readable(rule[id], unary))
      .map(({ id }) => broken(`${at}/content/rules/${index}/${id}`, rule[id])),
  );
}

const expressions = (node: Json, at: string): ModelFault[] =>
  objects(contentOf(node)['expressions']).flatMap((expression, index) =>
    readable(expression['value'], false)
      ? []
      : [broken(`${at}/content/expressions/${index}`, expression['value'])],
  );

const outputFields = (node: Json): string[] =>
  objects(contentOf(node)['outputs']).map(({ field }) => String(field));

function unknownOutputs(node: Json, at: string, modelId: string): ModelFault[] {
  const isKnown = (field: string) =>
    modelId === CERTIFICATE_MODEL ? CERTIFICATE_OUTPUTS.includes(field) : RULE_OUTPUT.test(field);
  return outputFields(node)
    .map((field, index) => ({ field, index }))
    .filter(({ field }) => !isKnown(field))
    .map(({ field, index }) => ({
      place: `${at}/content/outputs/${index}/field`,
      code: 'unknown_output',
      reason: `no finding has an output ${field}`,
    }));
}

function unknownVerdicts(node: Json, at: string): ModelFault[] {
  const content = contentOf(node);
  const column = objects(content['outputs']).find(({ field }) => String(field).endsWith('.verdict'));
  if (!column) return [];
  return objects(content['rules']).flatMap((rule, index) => {
    const text = String(rule[String(column['id'])]);
    const isLiteralVerdict = VERDICTS.includes(text.replace(/^'(.*)'$/, '$1'));
    const place = `${at}/content/rules/${index}/${String(column['id'])}`;
    return isLiteralVerdict ? [] : [{ place, code: 'unknown_verdict', reason: `${text} is no verdict` }];
  });
}

const NODE_TYPES = ['inputNode', 'outputNode', 'decisionTableNode', 'expressionNode'];
function nodeFaults(node: Json, index: number, modelId: string): ModelFault[] {
  const at = `/nodes/${index}`;
  if (!NODE_TYPES.includes(String(node['type']))) {
    const reason = `a legal pack holds tables and expressions only, not ${String(node['type'])}`;
    return [{ place: `${at}/type`, code: 'not_a_model', reason }];
  }
  if (node['type'] === 'expressionNode') return expressions(node, at);
  if (node['type'] !== 'decisionTableNode') return [];
  return [...tableCells(node, at), ...unknownOutputs(node, at, modelId), ...unknownVerdicts(node, at)];
}

function missingTables(nodes: readonly Json[], modelId: string): ModelFault[] {
  const family = RULE_FAMILIES.find(({ model }) => model === modelId);
  const given = new Set(nodes.flatMap(outputFields));
  return (family?.tests ?? [])
    .filter(({ group }) => !given.has(`${group}.verdict`) || !given.has(`${group}.ruleId`))
    .map(({ group, test }) => ({
      place: '/nodes',
      code: 'missing_table',
      reason: `no table answers ${group} (${test})`,
    }));
}

function compileFault(content: object): ModelFault[] {
  try {
    new ZenEngine().createDecision(content).validate();
    return [];
  } catch (error) {
    return [
      { place: '', code: 'does_not_compile', reason: error instanceof Error ? error.message : String(error) },
    ];
  }
}

/**
 * Everything wrong with a decision model of a pack, empty when it can be used: its shape, every cell readable by the
 * engine, only known outputs and verdicts, and for the models of a rule family a table for every test. Never throws.
 */
export function checkDecisionModel(model: { id: string; content: unknown }): ModelFault[] {
  const { content, id } = model;
  if (!isObject(content) || !Array.isArray(content['nodes']) || !Array.isArray(content['edges'])) {
    return [{ place: '', code: 'not_a_model', reason: 'nodes and edges are needed' }];
  }
  const nodes = objects(content['nodes']);
  if (nodes.length !== content['nodes'].length)
    return [{ place: '/nodes', code: 'not_a_model', reason: 'a node is no object' }];
  const faults = [
    ...nodes.flatMap((node, index) => nodeFaults(node, index, id)),
    ...missingTables(nodes, id),
  ];
  return faults.length > 0 ? faults : compileFault(content);
}
