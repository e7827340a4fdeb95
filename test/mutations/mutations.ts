/** One way to break the product: an exact text of a file that stands for something else, or what is taken from the database. */
export interface Mutation {
  /** Of design section 4. */
  invariant: number;
  name: string;
  /** The only suite that can tell: the other one has no candidates, no determination or no council. */
  suite?: 'opinions' | 'appraisals';
  file?: string;
  /** Stands once in the file: an expression, or a statement that ends with `;` and declares nothing. */
  text?: string;
  by?: string;
  /** Run by the superuser on the database of the sequences: where the database holds the promise as well. */
  sql?: string;
  /** Refusals of other guards that hold the same promise: while these stand no sequence can tell, and nobody has to find it. */
  heldBy?: readonly string[];
  /** Takes that back; without it the database stays as it was made. */
  undo?: string;
}

const guards = 'libs/workflow/src/guards';
const withoutCheck = (table: string, word: string): string =>
  `DO $$ DECLARE name text; BEGIN FOR name IN SELECT conname FROM pg_constraint WHERE conrelid = '${table}'::regclass
     AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%${word}%'
   LOOP EXECUTE format('ALTER TABLE ${table} DROP CONSTRAINT %I', name); END LOOP; END $$;`;

const FINDINGS: readonly Mutation[] = [
  {
    invariant: 1,
    name: 'a stale screening is good enough to conclude and decide',
    file: `${guards}/review.guards.ts`,
    text: `return facts.screening.current ? null : refusal('screening_stale');`,
    by: 'return null;',
  },
  {
    invariant: 1,
    name: 'a screening counts whatever facts it saw',
    file: 'libs/appraisal/src/screenings/screening-state.ts',
    text: 'screening.factsVersion === row.factsVersion',
    by: 'true',
  },
  {
    invariant: 1,
    name: 'candidates may stay undecided',
    suite: 'appraisals',
    file: `${guards}/review.guards.ts`,
    text: 'open.length > 0',
    by: 'false',
  },
  {
    invariant: 1,
    name: 'a blocking finding does not block',
    file: `${guards}/review.guards.ts`,
    text: 'findings.length > 0',
    by: 'false',
  },
  {
    invariant: 1,
    name: 'one person stands for two',
    file: 'libs/appraisal/src/act-guards.ts',
    text: 'actor.id === firstPersonId',
    by: 'false',
    sql: withoutCheck('list_decision', 'seconded_by') + withoutCheck('finding_overturn', 'seconded_by'),
  },
  {
    invariant: 2,
    name: 'nobody needs an opinion',
    file: `${guards}/review.guards.ts`,
    text: 'facts.opinionsOfRound > 0',
    by: 'true',
  },
  {
    invariant: 2,
    name: 'a council may sit on while it is decided',
    suite: 'opinions',
    file: 'libs/appraisal/src/councils/council-case.ts',
    text: `council ? WORDS[council.status] : 'none'`,
    by: `council ? 'closed' : 'none'`,
  },
];

const PEOPLE: readonly Mutation[] = [
  {
    invariant: 3,
    name: 'two eyes are enough',
    file: `${guards}/decision.guards.ts`,
    text: 'personId === null || personId === facts.actor.id',
    by: 'personId === null',
    sql: withoutCheck('conclusion', 'endorsed_by'),
  },
  {
    invariant: 3,
    name: 'ties are forgotten at once',
    file: 'libs/identity/src/access/conflict-window.ts',
    text: '{ months: AFFILIATION_COUNTS_MONTHS }',
    by: '{ months: 12 }',
  },
  {
    invariant: 3,
    name: 'a declared conflict keeps nobody away',
    file: 'libs/identity/src/access/access.policy.ts',
    text: 'access.conflictedUserIds.includes(actor.id)',
    by: 'false',
  },
  {
    invariant: 4,
    name: 'ties of people count for nothing',
    file: 'libs/identity/src/access/access.policy.ts',
    text: 'tiesOf(actor, access, today)',
    by: 'new Set<string>()',
  },
  {
    invariant: 4,
    name: 'the list shows what the dossier hides',
    file: 'libs/identity/src/access/visible-dossiers.sql.ts',
    text: '`NOT ${among(conflicted(viewer, place))}`',
    by: `'true'`,
  },
  {
    invariant: 4,
    name: '"not yours" is told apart from "not there"',
    file: 'libs/identity/src/access/access-policy.ts',
    text: `'not_found'`,
    by: `access ? 'forbidden' : 'not_found'`,
  },
  {
    invariant: 4,
    name: 'who is invited reads on before declaring',
    file: 'libs/identity/src/access/access.policy.ts',
    text: '!awaitsDeclaration(actor, access)',
    by: 'true',
  },
];

const LOG: readonly Mutation[] = [
  {
    invariant: 5,
    name: 'a step writes no entry',
    file: 'libs/casework/src/commands/command-dispatcher.ts',
    text: '() => this.log(context, opened.row, head)',
    by: '() => Promise.resolve()',
  },
  {
    invariant: 5,
    name: 'a rehearsal is carried out',
    file: 'libs/database/src/unit-of-work.ts',
    text: 'this.rolledBack(actor, work)',
    by: 'this.retried(actor, work)',
  },
  {
    invariant: 5,
    name: 'the hash of a payload is of something else',
    file: 'libs/audit/src/append-audit.ts',
    text: 'saltedHash(salt, payload)',
    by: 'saltedHash(salt, {})',
  },
  {
    invariant: 5,
    name: 'the database lets the log be changed',
    sql: `ALTER TABLE dossier_transition DISABLE TRIGGER dossier_transition_insert_only;
      GRANT UPDATE, DELETE ON dossier_transition TO techgate_app`,
    undo: `ALTER TABLE dossier_transition ENABLE ALWAYS TRIGGER dossier_transition_insert_only;
      REVOKE UPDATE, DELETE ON dossier_transition FROM techgate_app`,
  },
  {
    invariant: 8,
    name: 'no receipt is kept',
    file: 'libs/dossiers/src/dossier-acts.ts',
    text: 'if (delivery !== null) keepAnswer(tx, delivery, answer);',
    by: '',
  },
  {
    invariant: 8,
    name: 'a key stands for anything',
    file: 'libs/dossiers/src/command-receipt.store.ts',
    text: 'receipt.fingerprint !== delivery.fingerprint',
    by: 'false',
  },
  {
    invariant: 8,
    name: 'the revision that somebody saw is not asked for',
    file: 'libs/dossiers/src/dossier-acts.ts',
    text: 'expected === null || expected === row.revision',
    by: 'true',
  },
  {
    invariant: 8,
    name: 'a rival is not told who was faster',
    file: 'libs/dossiers/src/dossier-acts.ts',
    text: 'await lastChangeOf(tx, row)',
    by: '{}',
  },
];

const CLOCKS: readonly Mutation[] = [
  {
    invariant: 6,
    name: 'the first day counts',
    file: 'libs/deadlines/src/term-count.ts',
    text: 'firstDay(count, count.start + 1, (day) => isCountable(count, day) && (ordinal += 1) === n)',
    by: 'firstDay(count, count.start, (day) => isCountable(count, day) && (ordinal += 1) === n)',
  },
  {
    invariant: 6,
    name: 'the reading as kept governs, not the earliest',
    file: 'libs/deadlines/src/clock-readings.ts',
    text: 'earliestDue(readings) ?? kept',
    by: 'kept',
  },
  {
    invariant: 6,
    name: 'nothing stands still while the owner is asked',
    file: 'libs/casework/src/clocks/clock-writer.ts',
    text: `!permission || clock.state === 'stopped'`,
    by: 'true',
  },
  {
    invariant: 6,
    name: 'the database lets a date move in silence',
    sql: `ALTER TABLE clock DISABLE TRIGGER clock_moves_with_reason;
      ALTER TABLE clock DISABLE TRIGGER clock_movement_says_the_date`,
    undo: `ALTER TABLE clock ENABLE TRIGGER clock_moves_with_reason;
      ALTER TABLE clock ENABLE TRIGGER clock_movement_says_the_date`,
  },
  {
    invariant: 7,
    name: 'the right to ask is there twice',
    file: `${guards}/intake.guards.ts`,
    text: 'facts.supplementRequestsUsed >= law.supplementRequests',
    by: 'facts.supplementRequestsUsed > law.supplementRequests',
  },
  {
    invariant: 7,
    name: 'asking uses nothing up',
    file: 'libs/casework/src/effects/request.effects.ts',
    text: 'context.row.supplementRequestsUsed + 1',
    by: 'context.row.supplementRequestsUsed',
  },
  {
    invariant: 11,
    name: 'a late decision needs no reason',
    file: `${guards}/clock.guards.ts`,
    text: 'facts.reply?.overdue && isBlank(payload.afterDeadlineReason)',
    by: 'false',
  },
  {
    invariant: 11,
    name: 'a late decision is not marked',
    file: 'libs/casework/src/effects/decision.effects.ts',
    text: 'facts.reply?.overdue ?? false',
    by: 'false',
  },
  {
    invariant: 11,
    name: 'silence is not kept',
    file: 'libs/casework/src/effects/clock.effects.ts',
    text: 'clock === null || clock.dueOn === null',
    by: 'true',
  },
  {
    invariant: 11,
    name: 'a reply clock is fulfilled by the decision, before its letter',
    file: 'libs/casework/src/effects/decision.effects.ts',
    text: 'facts.reply?.overdue ?? false',
    by: `(await tx.query("UPDATE clock SET state = 'fulfilled', ended_on = $2 WHERE dossier_id = $1 AND purpose = 'reply'",
      [row.id, facts.today]), facts.reply?.overdue ?? false)`,
  },
];

const SCREENINGS: readonly Mutation[] = [
  {
    invariant: 9,
    name: 'the decisions on candidates are not kept with the screening',
    suite: 'appraisals',
    file: 'libs/appraisal/src/screenings/screening.store.ts',
    text: 'JSON.stringify(screening.confirmations)',
    by: `'[]'`,
  },
  {
    invariant: 9,
    name: 'a screening holds what the clock says',
    file: 'libs/screening/src/screen.ts',
    text: 'noticesOf(lists, facts, outside)',
    by: '[...noticesOf(lists, facts, outside), { code: `${Date.now()}` }]',
  },
  {
    invariant: 9,
    name: 'a finding stores its text',
    file: 'libs/appraisal/src/screenings/perform-screening.ts',
    text: 'return await screen(input);',
    by: `const done = await screen(input);
    return { ...done, findings: done.findings.map((one) => ({ ...one, text: one.key })) };`,
  },
  {
    invariant: 10,
    name: 'what is missing passes',
    file: 'libs/appraisal/src/screenings/perform-screening.ts',
    text: 'return await screen(input);',
    by: `const done = await screen(input);
    const passed = (one: (typeof done.findings)[number]) =>
      one.verdict === 'inconclusive' ? { ...one, verdict: 'met' as const } : one;
    return { ...done, findings: done.findings.map(passed) };`,
  },
  {
    invariant: 10,
    name: 'inconclusive findings need no answer',
    file: `${guards}/inconclusive.guards.ts`,
    text: '(facts.screening?.inconclusive ?? []).filter((key) => !answered.has(key))',
    by: '[]',
  },
  {
    invariant: 10,
    name: '"not outdated" needs no proof',
    suite: 'appraisals',
    file: `${guards}/proof.guards.ts`,
    text: 'rule(facts)',
    by: 'null',
    heldBy: ['inconclusive_unanswered', 'outcome_unsupported', 'agencies_not_consulted'],
  },
];

export const MUTATIONS: readonly Mutation[] = [...FINDINGS, ...PEOPLE, ...LOG, ...CLOCKS, ...SCREENINGS].sort(
  (a, b) => a.invariant - b.invariant,
);
