import { randomUUID } from 'node:crypto';
import { ClockAlarms } from '#casework';
import { type CommandName } from '#contracts';
import { DEMO_AUTHORITY } from '#identity';
import { addDays, civilDate, instantAt } from '#kernel';
import { type Act, command, type Mood } from './acts.js';
import { type CaseView, viewOf } from './case-view.js';
import { DETOURS } from './detours.js';
import { fittingDetour } from './fitting-detours.js';
import { Broken, dossierOf, type Moment } from './oracle/moment.js';
import { invitationsOf, invitedOr, isConflicted, lookOf, type peopleOf } from './oracle/access.oracle.js';
import { ORACLES } from './oracle/all.oracles.js';
import { isAsBefore, isUntouched, type Records, recordsOf } from './records.js';
import { judgeRivals, type Rival } from './rival-pair.js';
import { type Delivery, secondDelivery } from './second-delivery.js';
import { sendAct, type Told } from './send-act.js';
import { type Step } from './steps.js';
import { straightWay } from './straight-way.js';
import { type Tally } from './tally.js';
import { tamper } from './tamper.js';
import { DAWN, idOf, type World } from './world.js';

const MINUTE_MS = 60_000;

export interface Game {
  world: World;
  people: Awaited<ReturnType<typeof peopleOf>>;
  tally: Tally;
  /** Readable lines of what happened. */
  script: string[];
}

/** Plays the steps of one sequence on one dossier and holds every moment against the oracles. */
export class Player {
  private records!: Records;
  private last: Delivery | undefined;
  /** By person: what somebody did last. */
  private readonly own = new Map<string, Delivery>();

  constructor(
    private readonly game: Game,
    private readonly id: string,
    private readonly mood: Mood,
  ) {}

  async play(steps: readonly Step[]): Promise<Records> {
    this.game.world.api.clock.set(DAWN);
    this.records = await recordsOf(this.game.world.sql, this.id);
    for (const step of steps) await this.take(step);
    return this.records;
  }

  private async take(step: Step): Promise<void> {
    const { world, tally } = this.game;
    tally.add('steps', step.kind);
    if (step.kind === 'days') return this.pass(step.days);
    if (step.kind === 'again') return this.again(this.last, step.changed);
    if (step.kind === 'look')
      return this.look(step.place % 2 === 0 ? step.who : invitedOr(step.who, this.records), step.place);
    if (step.kind === 'tamper') return tamper(world, this.id, step.pick, tally);
    if (step.kind === 'rivals') return this.rivals(step.which);
    const act = await this.actOf(step);
    if (act) await (step.kind === 'rehearse' ? this.rehearse(act) : this.deliver(act));
  }

  private async look(name: string, place: number): Promise<void> {
    const { world, people, tally } = this.game;
    this.say(`${name} looks`);
    await lookOf(world, { name, records: this.records, place, people, tally });
    await invitationsOf(world, name, this.id, tally);
  }

  private hasAsked = (): boolean => Number(dossierOf(this.records)['supplement_requests_used']) > 0;
  private view = (): CaseView => viewOf(this.records);
  private onward = (): Act | null => straightWay(this.view(), this.mood, this.game.world.today());
  private detour = (which: string): Act | null =>
    which === 'onward'
      ? this.onward()
      : (DETOURS[which]?.(this.view(), this.mood, this.game.world.today()) ?? null);

  private async actOf(step: Step): Promise<Act | null> {
    switch (step.kind) {
      case 'onward':
      case 'rehearse':
        return this.onward();
      case 'detour':
        return this.detour(fittingDetour(this.view().status, step.which, this.hasAsked()));
      case 'stranger': {
        const act = this.detour(step.which);
        return act && { ...act, who: step.who };
      }
      case 'command':
        return this.any(step.who, step.command);
      case 'menu':
        return this.fromMenu(step.who, step.pick);
      default:
        return null;
    }
  }

  /** A command with a payload that could pass somewhere. */
  private async any(who: string, name: CommandName): Promise<Act> {
    const plain = Object.values(DETOURS)
      .map((way) => way(this.view(), this.mood, this.game.world.today()))
      .find((act) => act?.name === name);
    const onward = this.onward();
    const known = onward?.name === name ? onward : plain;
    return command(who, name, (known?.body ?? {}) as never);
  }

  /** One of the commands that the menu of a person permits. */
  private async fromMenu(who: string, pick: number): Promise<Act | null> {
    const client = await this.game.world.as(who);
    const menu = await client.get<{ items?: { command: CommandName; permitted: boolean }[] }>(
      `/api/v1/dossiers/${this.id}/commands`,
    );
    const permitted = (menu.body.items ?? []).filter((option) => option.permitted);
    const chosen = permitted[pick % Math.max(permitted.length, 1)];
    return chosen ? this.any(who, chosen.command) : null;
  }

  /** Reads again what was written since. */
  private now = (): Promise<Records> => recordsOf(this.game.world.sql, this.id, this.records);

  private async deliver(act: Act): Promise<void> {
    const key = randomUUID();
    const revision = Number(dossierOf(this.records)['revision']);
    const answer = await sendAct(this.game.world, this.id, { act, revision, key });
    const before = this.records;
    this.records = await this.now();
    this.judge(act, answer, before);
    if (answer.status >= 300) return;
    const earlier = act.name === 'declare conflict' ? this.own.get(act.who) : undefined;
    this.last = { act, revision, key, answer };
    this.own.set(act.who, this.last);
    await this.again(earlier, false);
  }

  private judge(act: Act, answer: Told, before: Records): void {
    const { tally } = this.game;
    const status = String(dossierOf(this.records)['status']);
    this.say(`${act.who} ${act.name} ${JSON.stringify(act.body)}`.slice(0, 230), answer, status);
    const code = String(answer.body?.code ?? answer.status);
    if (answer.status >= 500) throw new Broken(0, 'an answer of the 5xx kind', answer.body);
    tally.add(answer.status < 300 ? 'accepted' : 'refused', answer.status < 300 ? act.name : code);
    const moment = this.momentOf(act, answer, before);
    this.actedByUntied(act, answer.status, before);
    if (answer.status >= 300 && !isUntouched(before, this.records))
      throw new Broken(0, 'a refusal changed something', code);
    for (const oracle of ORACLES) oracle(moment);
  }

  /** 3: nobody in conflict acts. */
  private actedByUntied(act: Act, status: number, before: Records): void {
    const { people, world, tally } = this.game;
    const person = people.get(idOf(act.who));
    if (!person || !isConflicted(person, before, world.today())) return;
    if (status < 300) throw new Broken(3, `${act.who} acted in conflict`, act.name);
    tally.checked(3, 'an act of somebody in conflict');
  }

  private async rehearse(act: Act): Promise<void> {
    const revision = Number(dossierOf(this.records)['revision']);
    const answer = await sendAct(this.game.world, this.id, { act, revision, dryRun: true });
    this.say(`${act.who} asks what ${act.name} would do`, answer);
    const after = await this.now();
    if (!isAsBefore(this.records, after))
      throw new Broken(5, 'asking what a command would do changed something', act.name);
    if (answer.status < 300) this.game.tally.checked(5, 'a rehearsal');
  }

  /** 8: the same delivery again does nothing and answers the same; with another body it is refused. */
  private async again(delivery: Delivery | undefined, changed: boolean): Promise<void> {
    if (!delivery) return;
    const { world, tally, people } = this.game;
    const { act, revision, key, answer } = delivery;
    const takesNone = Object.keys(act.body as object).length === 0 && !act.matches;
    if (changed && takesNone) return;
    const told = changed ? { ...act, body: { ...(act.body as object), reason: 'khác' } } : act;
    const second = await sendAct(world, this.id, { act: told, revision, key });
    this.say(`${act.who} ${act.name} again${changed ? ', changed' : ''}`, second);
    const after = await this.now();
    if (!isUntouched(this.records, after)) throw new Broken(8, 'a delivery acted twice', act.name);
    this.records = after;
    const person = people.get(idOf(act.who));
    const barred = person !== undefined && isConflicted(person, after, world.today());
    tally.checked(8, secondDelivery({ answer, second, changed, barred }));
  }

  /** 8: two rivals at the same time: on one revision, or for an act that can be done once. */
  private async rivals(which: string): Promise<void> {
    const [first, other] = [this.onward(), this.detour(which)];
    if (!first) return;
    const { world, people, tally } = this.game;
    world.api.clock.advance(MINUTE_MS);
    const before = this.records;
    const rivals = await this.race([first, first.matches && other?.matches ? other : first]);
    judgeRivals({ rivals, before, after: this.records, people, today: world.today(), tally });
    const shown = rivals.find(({ answer }) => answer.status < 300) ?? rivals[1];
    this.judge(shown.act, shown.answer, before);
  }

  private async race([first, second]: readonly [Act, Act]): Promise<[Rival, Rival]> {
    const { world } = this.game;
    const revision = Number(dossierOf(this.records)['revision']);
    const feasible = [await this.wouldPass(first), await this.wouldPass(second)] as const;
    const send = (act: Act) => sendAct(world, this.id, { act, revision, key: randomUUID() });
    const [one, two] = await Promise.all([send(first), send(second)]);
    this.records = await this.now();
    return [
      { act: first, answer: one, feasible: feasible[0] },
      { act: second, answer: two, feasible: feasible[1] },
    ];
  }

  private async wouldPass(act: Act): Promise<boolean> {
    const revision = Number(dossierOf(this.records)['revision']);
    const answer = await sendAct(this.game.world, this.id, { act, revision, dryRun: true });
    return answer.status < 300;
  }

  /** Days pass and the worker runs once. */
  private async pass(days: number): Promise<void> {
    const { world } = this.game;
    const day = addDays(civilDate(world.today()), days);
    world.api.clock.set(instantAt(day, 9));
    const round = await world.api.app.get(ClockAlarms).tick(DEMO_AUTHORITY.id);
    if (round.failed > 0) throw new Broken(0, 'the worker failed', round);
    const before = this.records;
    this.records = await this.now();
    const act: Act = { who: 'worker', method: 'POST', path: '', body: { day }, name: 'tick', matches: false };
    this.say(`it becomes ${day}, the worker runs`, undefined, String(dossierOf(this.records)['status']));
    const answer = { status: 200, headers: {}, body: null };
    const moment = this.momentOf(act, answer, before);
    for (const oracle of ORACLES) oracle(moment);
  }

  private momentOf(act: Act, answer: Moment['answer'], before: Records): Moment {
    const { world, people, tally } = this.game;
    return { act, answer, before, after: this.records, today: world.today(), people, tally };
  }

  private say(what: string, answer?: Told, status?: string): void {
    const told = answer ? ` → ${answer.status} ${String(answer.body?.code ?? '')}` : '';
    this.game.script.push(`${this.game.script.length + 1}. ${what}${told}${status ? ` [${status}]` : ''}`);
  }
}
