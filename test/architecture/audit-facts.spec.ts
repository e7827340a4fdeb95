import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import {
  CONDITION_STATES,
  CONSULTATION_FORMS,
  CONSULTATION_KINDS,
  CONSULTATION_POSITIONS,
  CONSULTATION_TERMS,
  CONSULTATION_WITHDRAWALS,
  COUNCIL_MODES,
  COUNCIL_MOTIONS,
  COUNCIL_SEATS,
  EXEMPTION_REASONS,
  FINAL_DECISION_KINDS,
  LETTER_KINDS,
  LETTER_VALIDITIES,
  LIST_KINDS,
  OUTCOMES,
  PROJECT_SOURCES,
  RETURN_REASONS,
  TRIGGERS,
} from '#contracts';
import { DOCUMENT_KINDS } from '#documents';
import { CLOCK_PURPOSES } from '#law';
import { AREAS } from '../../apps/web/src/i18n/areas.js';
import { ROOT } from './cruise.js';

/** Sources that tell the log something, by the functions that do. */
const APPENDING =
  /appendAudit|recordRefusal|auditLog|this\.audit|recordChange|context\.logged|matchFacts|log(Letter|Consultation|Match|Secret|AccountAct|Council|Project|Import)\b/;
/** Functions that are handed facts, with the place of that argument. */
const HANDED: Record<string, number> = { logCouncil: 4, logImport: 3, logProject: 3, logAccountAct: 3 };
/** Functions and variables that hold facts. */
const HOLDING = new Set(['facts', 'matchFacts', 'resultFacts', 'countsOf']);
/** What is spread into facts from elsewhere: particulars that changed, kinds of rows, what the search for matches counted. */
const SPREAD = [
  ...['investorOrgId', 'projectAuthority', 'ourRole', 'incoming', 'parties'],
  ...['new', 'faulty', 'unchanged', 'duplicate_in_file', 'duplicate_of_register', 'compared', 'proposed'],
  ...['state', 'declaration'],
];

/** What stands under the same names and is no fact of the log. */
const NO_FACTS = new Set(['organisationKind', 'project']);
/** Sheets of criteria that the packs bring, each in a file of its name. */
const SHEETS = execFileSync('git', ['ls-files', 'libs/law/packs/*/criteria/*.yaml'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .map((file) => basename(file, '.yaml'));
/** Closed lists by the fact that holds one of their codes. */
const CODED: Record<string, readonly string[]> = {
  ...{
    state: CONDITION_STATES,
    form: CONSULTATION_FORMS,
    position: CONSULTATION_POSITIONS,
    mode: COUNCIL_MODES,
  },
  ...{
    term: CONSULTATION_TERMS,
    withdrawal: CONSULTATION_WITHDRAWALS,
    seat: COUNCIL_SEATS,
    trigger: TRIGGERS,
  },
  ...{ reasonCode: EXEMPTION_REASONS, decision: FINAL_DECISION_KINDS, validity: LETTER_VALIDITIES },
  ...{ recommendation: OUTCOMES, source: PROJECT_SOURCES, reason: RETURN_REASONS, purpose: CLOCK_PURPOSES },
  ...{ list: LIST_KINDS, sheetId: SHEETS },
  kind: [
    'inspection_certificate',
    ...LETTER_KINDS,
    ...DOCUMENT_KINDS,
    ...CONSULTATION_KINDS,
    ...COUNCIL_MOTIONS,
  ],
};

const SOURCES = execFileSync('git', ['ls-files', 'libs/*.ts', 'apps/api/src/*.ts', 'apps/cli/src/*.ts'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && !/\.spec\.ts$|^libs\/(contracts|law|demo)\//.test(file))
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))
  .filter((text) => APPENDING.test(text));

const nameOf = (node: ts.Node | undefined): string =>
  node && (ts.isIdentifier(node) || ts.isStringLiteral(node)) ? node.text : '';

/** The names in an object that is written out; what is written elsewhere is not followed. */
function namesIn(node: ts.Expression | ts.ConciseBody | undefined): string[] {
  if (!node) return [];
  if (ts.isParenthesizedExpression(node)) return namesIn(node.expression);
  if (ts.isConditionalExpression(node)) return [...namesIn(node.whenTrue), ...namesIn(node.whenFalse)];
  if (ts.isArrowFunction(node)) return namesIn(node.body);
  if (ts.isBlock(node))
    return node.statements.flatMap((it) => (ts.isReturnStatement(it) ? namesIn(it.expression) : []));
  if (!ts.isObjectLiteralExpression(node)) return [];
  return node.properties.flatMap((property) =>
    ts.isSpreadAssignment(property) ? namesIn(property.expression) : [nameOf(property.name)],
  );
}

function factsOf(node: ts.Node): string[] {
  if (ts.isPropertyAssignment(node) && nameOf(node.name) === 'facts') return namesIn(node.initializer);
  if (ts.isVariableDeclaration(node) && HOLDING.has(nameOf(node.name))) return namesIn(node.initializer);
  if (ts.isElementAccessExpression(node) && node.expression.getText() === 'context.logged')
    return [nameOf(node.argumentExpression)];
  if (!ts.isCallExpression(node)) return [];
  const called = node.expression.getText();
  if (called === 'Object.assign' && node.arguments[0]?.getText() === 'context.logged')
    return namesIn(node.arguments[1]);
  const place = HANDED[called];
  return place === undefined ? [] : namesIn(node.arguments[place]);
}

function toldBy(text: string): string[] {
  const names: string[] = [];
  const look = (node: ts.Node): void => {
    names.push(...factsOf(node));
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true));
  return names;
}

const TOLD = [...new Set([...SPREAD, ...SOURCES.flatMap(toldBy)])]
  .filter((name) => name !== '' && !NO_FACTS.has(name))
  .sort();

test('the names of facts are found where they are written', () => {
  expect(TOLD.length).toBeGreaterThan(120);
  for (const name of ['reportSha256', 'trackingSecretVersion', 'numerator', 'roles', 'exemptionId'])
    expect(TOLD).toContain(name);
});

test.each(['vi', 'en'] as const)('each fact of the log has its name in %s', async (language) => {
  const { fact }: { fact: Record<string, string> } = await AREAS.audit[language]();
  expect(TOLD.filter((name) => !fact[name])).toEqual([]);
});

test.each(['vi', 'en'] as const)('each code of a closed list has its words in %s', async (language) => {
  const { value }: { value: Record<string, Record<string, string>> } = await AREAS.audit[language]();
  const without = Object.entries(CODED).flatMap(([name, codes]) =>
    codes.filter((code) => !value[name]?.[code]).map((code) => `${name}: ${code}`),
  );
  expect(without).toEqual([]);
});
