import { type CommandName, type CommandPayloads, type Status, type TechnologyFacts } from '#contracts';
import { DEMO_PEOPLE } from '#identity';
import { type TestApi } from './api.js';
import { type Answer, type ApiClient, type Headers } from './api-client.js';

/** A problem document, as far as tests look at it. */
export interface Problem {
  code: string;
  status: number;
  errors?: { pointer: string; code: string }[];
  [detail: string]: unknown;
}
/** What a request that may be refused answers: one or the other. */
type Refusable<Body> = Body & Pick<Problem, 'code' | 'errors'>;
export interface DossierBody {
  id: string;
  status: Status;
  revision: number;
  step: number;
  round: number;
  fileCode: string | null;
  receivedOn: string | null;
  dueOn: string | null;
  overdue: boolean;
  facts: TechnologyFacts;
  factsVersion: number;
  [more: string]: unknown;
}
export interface CommandBody extends DossierBody {
  from: Status;
  clocks: { id: string; ruleId: string; purpose: string; state: string; dueOn: string | null }[];
  letters: { id: string; kind: string; status: string }[];
  recipients: { id: string; name: string; kind: string }[];
  notices: { code: string; params: Record<string, string> }[];
  dryRun: boolean;
}
export interface ClockBody {
  id: string;
  ruleId: string;
  purpose: string;
  state: string;
  startOn: string;
  dueOn: string | null;
  remaining: number | null;
  remainingOnResume: number | null;
  onExpire: string;
  otherReadings: { dueOn: string | null; reasons: string[] }[] | null;
  stops: { fromOn: string; toOn: string | null; reason: string }[];
  movements: { movement: number; from: string | null; to: string | null; reason: string }[];
}
interface FindingBody {
  key: string;
  verdict: string;
  subject: { kind: string; id: string };
  missing: string[];
}
interface CandidateBody {
  lineId: string;
  list: string;
  code: string;
}
export interface FindingsBody {
  findings: FindingBody[];
  candidates: CandidateBody[];
}
export interface SendOptions {
  /** The revision that the sender saw; the newest one when not given. */
  revision?: number;
  key?: string;
  dryRun?: boolean;
}

export const emailOf = (name: string): string => `${name}@demo.techgate.vn`;
/** The id of a demonstration person by the short name (`chuyenvien1`). */
export function personId(name: string): string {
  const person = DEMO_PEOPLE.find(({ email }) => email === emailOf(name));
  if (!person) throw new Error(`no demonstration person ${name}`);
  return person.id;
}
export const signer = { name: 'Võ Hữu Nghĩa', title: 'Giám đốc', capacity: 'own', principal: null };

/** One dossier as people reach it over HTTP. People go by their short names. */
export class DossierDriver {
  constructor(
    readonly api: TestApi,
    readonly id: string,
    readonly owner: string,
  ) {}

  person = (name: string): Promise<ApiClient> => this.api.login(emailOf(name));
  url = (path = ''): string => `/api/v1/dossiers/${this.id}${path}`;

  async get<Body = Record<string, unknown>>(who: string, path = ''): Promise<Answer<Body>> {
    return (await this.person(who)).get<Body>(this.url(path));
  }
  /** The dossier as the auditor sees it, or its owner while it is a draft. */
  async seen(who = 'thanhtra'): Promise<DossierBody> {
    const answer = await this.get<DossierBody>(who);
    return answer.status === 200 ? answer.body : (await this.get<DossierBody>(this.owner)).body;
  }

  /** Sends a command whatever comes of it. */
  async send(
    who: string,
    command: string,
    payload: unknown = {},
    options: SendOptions = {},
  ): Promise<Answer<Refusable<CommandBody>>> {
    const revision = options.revision ?? (await this.seen()).revision;
    const headers: Headers = {
      'if-match': `"${revision}"`,
      ...(options.key ? { 'idempotency-key': options.key } : {}),
    };
    const path = `/commands/${command}${options.dryRun ? '?dryRun=true' : ''}`;
    return (await this.person(who)).post<Refusable<CommandBody>>(this.url(path), payload, headers);
  }
  /** Sends a command that must be carried out. */
  async command<Name extends CommandName>(
    who: string,
    name: Name,
    payload: CommandPayloads[Name],
  ): Promise<CommandBody> {
    const answer = await this.send(who, name, payload);
    if (answer.status !== 200) throw new Error(`${name} by ${who}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async saveFacts(
    who: string,
    facts: unknown,
    headers: Headers = {},
  ): Promise<Answer<Refusable<DossierBody>>> {
    const revision = (await this.seen()).revision;
    return (await this.person(who)).patch<Refusable<DossierBody>>(
      this.url(),
      { facts },
      { 'if-match': `"${revision}"`, ...headers },
    );
  }

  async clocks(who = 'thanhtra'): Promise<ClockBody[]> {
    return (await this.get<{ items: ClockBody[] }>(who, '/clocks')).body.items;
  }
  async clock(ruleId: string): Promise<ClockBody> {
    const found = (await this.clocks()).filter((clock) => clock.ruleId === ruleId).at(-1);
    if (!found) throw new Error(`no clock ${ruleId}`);
    return found;
  }
  async findings(who = 'thanhtra'): Promise<FindingsBody> {
    return (await this.get<FindingsBody>(who, '/findings')).body;
  }

  /** Rejects every candidate that the matcher proposed, except the given list, which is confirmed by two people. */
  async decideCandidates(confirmed: string | null = null): Promise<void> {
    const first = await this.person('chuyenvien1');
    for (const { lineId, list, code } of (await this.findings()).candidates) {
      const decision = list === confirmed ? 'confirmed' : 'rejected';
      const body = { lineId, list, code, decision, reason: 'Đã đối chiếu tên và quy trình công nghệ.' };
      const made = await first.post<{ id: string; secondPersonNeeded: boolean }>(this.url('/matches'), body);
      if (made.status !== 200) throw new Error(`match: ${JSON.stringify(made.body)}`);
      if (made.body.secondPersonNeeded)
        await (await this.person('truongphong1')).post(this.url(`/matches/${made.body.id}/second`));
    }
  }

  /** Records for every annex in force that is not loaded that it was looked into by hand. */
  async checkAnnexes(who = 'chuyenvien1'): Promise<void> {
    const client = await this.person(who);
    for (const { subject, missing } of (await this.findings()).findings)
      for (const gap of missing.filter((name) => name.startsWith('annex:'))) {
        const check = {
          lineId: subject.id,
          listVersion: gap.slice('annex:'.length),
          result: 'not_found',
          remark: 'Đã tra cứu bản giấy.',
        };
        const answer = await client.post(this.url('/annex-checks'), check);
        if (answer.status !== 200) throw new Error(`annex check: ${JSON.stringify(answer.body)}`);
      }
  }

  /** Records an opinion of the lead appraiser that finds every criterion achieved. */
  async recordOpinion(who = 'chuyenvien1'): Promise<void> {
    const client = await this.person(who);
    const sheets = await client.get<{ items: { id: string; criteria: { code: string }[] }[] }>(
      this.url('/criteria'),
    );
    const sheet = sheets.body.items[0];
    const criteria = sheet?.criteria.map(({ code }) => ({ code, mark: 'achieved', remark: 'Đạt.' })) ?? [];
    const own = await client.get<{ items: { authorId: string; round: number; revision: number }[] }>(
      this.url('/opinions'),
    );
    const { round } = await this.seen();
    const earlier = own.body.items.find(
      (opinion) => opinion.authorId === personId(who) && opinion.round === round,
    );
    const content = {
      revision: earlier?.revision ?? 0,
      criteria,
      recommendation: 'agree',
      summary: 'Công nghệ phù hợp.',
    };
    const saved = await client.put<{ revision: number }>(this.url('/opinions/mine'), content);
    const recorded = await client.post(this.url('/opinions/mine/record'), { revision: saved.body.revision });
    if (recorded.status !== 200) throw new Error(`opinion: ${JSON.stringify([saved.body, recorded.body])}`);
  }

  /** An answer to every inconclusive finding, as a conclusion needs it. */
  async inconclusiveAnswers(): Promise<CommandPayloads['conclude']['inconclusive']> {
    const open = (await this.findings()).findings.filter(({ verdict }) => verdict === 'inconclusive');
    return open.map(({ key }) => ({
      findingKey: key,
      answer: 'accepted_risk',
      reason: 'Đã xem xét, chấp nhận rủi ro.',
    }));
  }

  async issue(kind: string, signedBy = signer): Promise<Answer<Record<string, unknown>>> {
    const letters = await this.get<{ items: { id: string; kind: string; status: string }[] }>(
      'motcua1',
      '/letters',
    );
    const letter = letters.body.items.find((item) => item.kind === kind && item.status === 'draft');
    if (!letter) throw new Error(`no draft of ${kind}`);
    return (await this.person('motcua1')).post(this.url(`/letters/${letter.id}/issue`), { signedBy });
  }

  async upload(who: string, content: Buffer, fileName = 'letter.pdf', kind = 'paper'): Promise<string> {
    const file = { field: 'file', fileName, contentType: 'application/pdf', content };
    const answer = await (
      await this.person(who)
    ).upload<{ id: string }>(this.url('/documents'), { kind }, [file]);
    if (answer.status !== 201) throw new Error(`upload: ${JSON.stringify(answer.body)}`);
    return answer.body.id;
  }
}
