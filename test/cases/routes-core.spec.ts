import { type CommandName, type CommandPayloads } from '#contracts';
import { addDays } from '#kernel';
import { acceptanceCases, type RouteCase } from '../support/acceptance-cases.js';
import { aScreening, type PersonName, procedureOfPack, PROHIBITED } from '../support/case-facts.js';
import { CaseRun } from '../support/case-run.js';

const USUAL: Record<CommandName, PersonName> = {
  submit: 'investor',
  assign: 'head',
  request_supplement: 'clerk',
  resubmit: 'investor',
  deadline_passed: 'system',
  return: 'clerk',
  accept: 'clerk',
  screen: 'appraiser',
  notify_refusal: 'head',
  respond_to_refusal: 'investor',
  request_clarification: 'lead',
  clarify: 'investor',
  conclude: 'lead',
  send_back: 'head',
  endorse: 'head',
  approve: 'leader',
  approve_with_conditions: 'leader',
  refuse: 'leader',
  withdraw: 'investor',
  extend_deadline: 'head',
  reopen: 'leader',
};
/** `conclude` proposes what the last command does. */
const proposals = { refuse: 'disagree_prohibited', approve: 'agree' } as const;

const payloadFor = (command: CommandName, route: RouteCase): Partial<CommandPayloads[CommandName]> => {
  const last = route.commands.at(-1);
  if (command === 'conclude') return { outcome: last === 'refuse' ? proposals.refuse : proposals.approve };
  if (command === 'refuse') return { findingKeys: [PROHIBITED.key] };
  return command === 'deadline_passed' ? { clockId: 'supplement-clock' } : {};
};

function start(route: RouteCase): CaseRun {
  const given = route.given ?? '';
  const blocking = given === 'blocking finding confirmed' ? [PROHIBITED] : [];
  const run = new CaseRun(procedureOfPack('inv-2026'));
  return run.given({
    opinionsOfRound: given === 'no opinion recorded' ? 0 : 1,
    screening: aScreening({ blocking }),
  });
}

/** The person of a step; where the endorser is to be the concluder, the head concludes as the lead appraiser. */
function drive(run: CaseRun, route: RouteCase, command: CommandName): string {
  if (command === 'deadline_passed') run.given({ today: addDays(run.facts.today, 30) });
  const sameHead = command === 'endorse' && route.given === 'endorser = concluder';
  if (sameHead) run.given({ concluderId: 'head-1', concluderRoles: ['head', 'appraiser'] });
  const decision = run.give(USUAL[command], command, payloadFor(command, route));
  return decision.kind === 'decided' ? decision.to : `refused command: ${decision.code}`;
}

describe('routes through the procedure opinion, on the pure core', () => {
  it.each(acceptanceCases('routes').routes)('$id ends in $end ($note)', (route) => {
    const run = start(route);
    const seen: string[] = [];
    for (const command of route.commands) {
      seen.push(drive(run, route, command as CommandName));
      if (seen.at(-1)?.startsWith('refused command')) break;
    }
    expect(seen.at(-1)).toBe(route.end);
    expect(seen.slice(0, -1).filter((step) => step.startsWith('refused command'))).toEqual([]);
  });
});
