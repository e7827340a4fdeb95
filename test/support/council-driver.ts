import { type CouncilSeat, type CouncilVote, type Outcome } from '#contracts';
import { type Answer } from './api-client.js';
import { declared } from './dossier-builder.js';
import { type DossierDriver, personId, signer } from './dossier-driver.js';

export type Refusable<Body> = Answer<Body & { code?: string; [more: string]: unknown }>;
interface MemberBody {
  memberId: string;
  userId: string;
  name: string;
  seat: CouncilSeat;
  state: string;
}
export interface MotionBody {
  id: string;
  ballots: number;
  ownVote: CouncilVote | null;
  votes: { memberId: string; vote: CouncilVote; onPaper: boolean }[] | null;
  result: Record<string, unknown> | null;
  dissents: { text: string }[];
}
interface SessionBody {
  id: string;
  number: number;
  valid: boolean | null;
  quorum: { numerator: number; denominator: number; reached: boolean; analogy: boolean };
  motions: MotionBody[];
  minutes: { letterId: string; status: string; number: string | null } | null;
}
export interface CouncilBody {
  id: string;
  status: string;
  round: number;
  counting: number;
  members: MemberBody[];
  decision: { letterId: string; status: string } | null;
  sessions: SessionBody[];
  dissolvedReason: string | null;
}
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

/** Seven seats of the demonstration, six of which vote; people go by their short names. */
export const SEATS: Record<string, CouncilSeat> = {
  chuyengia1: 'chair',
  chuyengia2: 'vice_chair',
  chuyengia4: 'reviewer',
  chuyengia5: 'reviewer',
  chuyengia6: 'member',
  chuyengia7: 'member',
  thuky: 'secretary',
};

/** A council as its people reach it over HTTP. */
export class CouncilDriver {
  constructor(readonly dossier: DossierDriver) {}

  async send<Body = Record<string, unknown>>(
    who: string,
    path: string,
    body: unknown = {},
    headers: Record<string, string> = {},
  ): Promise<Refusable<Body>> {
    const client = await this.dossier.person(who);
    return client.post(this.dossier.url(path), body, headers);
  }
  async must<Body = Record<string, unknown>>(who: string, path: string, body: unknown = {}): Promise<Body> {
    const answer = await this.send<Body>(who, path, body);
    if (answer.status !== 200) throw new Error(`${path} by ${who}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  choose = (form: string, reason = 'Công nghệ phức tạp, liên ngành.', who = 'truongphong1') =>
    this.send(who, '/consultation-form', { form, reason });
  seats = (seats: Record<string, CouncilSeat> = SEATS) =>
    Object.entries(seats).map(([name, seat]) => ({ userId: personId(name), seat }));

  /** Chosen, established, decided by the leader; everybody in `declaring` has declared to be without conflict. */
  async established(seats = SEATS, declaring = Object.keys(seats)): Promise<this> {
    await this.choose('council');
    await this.must('truongphong1', '/council', { members: this.seats(seats) });
    await this.decisionIssued();
    for (const name of declaring) await declared(this.dossier, name);
    return this;
  }
  async decisionIssued(): Promise<void> {
    const answer = await this.dossier.issue('council_decision', signer);
    if (answer.status !== 200) throw new Error(`decision: ${JSON.stringify(answer.body)}`);
  }

  async seen(who = 'thanhtra'): Promise<CouncilBody> {
    const answer = await this.dossier.get<{ items: CouncilBody[] }>(who, '/council');
    const council = answer.body.items?.[0];
    if (!council) throw new Error(`council: ${JSON.stringify(answer.body)}`);
    return council;
  }
  async member(name: string): Promise<string> {
    const found = (await this.seen()).members.filter(({ userId }) => userId === personId(name)).at(-1);
    if (!found) throw new Error(`${name} has no seat`);
    return found.memberId;
  }

  async meeting(present: string[], proxies: string[] = []): Promise<string> {
    const { sessionId } = await this.must<{ sessionId: string }>('thuky', '/council/sessions', {
      mode: 'meeting',
      place: 'Phòng họp số 2',
    });
    await this.attend(sessionId, present, proxies);
    return sessionId;
  }
  async attend(sessionId: string, present: string[], proxies: string[] = []): Promise<void> {
    const presence: object[] = [];
    for (const name of present) presence.push({ memberId: await this.member(name), presence: 'present' });
    for (const name of proxies) {
      const documentId = await this.paper();
      presence.push({
        memberId: await this.member(name),
        presence: 'proxy',
        proxyName: 'Người được ủy quyền',
        documentId,
      });
    }
    if (presence.length > 0)
      await this.must('thuky', `/council/sessions/${sessionId}/presence`, { presence });
  }
  /** A signed ballot or a proxy, brought by the secretary. */
  paper = (who = 'thuky'): Promise<string> => this.dossier.upload(who, PDF, 'phieu.pdf', 'council_paper');

  async motion(sessionId: string, text = 'Yêu cầu đo kiểm độc lập', outcome?: Outcome): Promise<string> {
    const kind = outcome === undefined ? 'procedural' : 'conclusion';
    const conditions =
      outcome === 'agree_with_conditions' ? { conditions: 'Đo kiểm khí thải trước khi vận hành.' } : {};
    const { motionId } = await this.must<{ motionId: string }>(
      'thuky',
      `/council/sessions/${sessionId}/motions`,
      {
        kind,
        text,
        ...(outcome === undefined ? {} : { outcome }),
        ...conditions,
      },
    );
    return motionId;
  }
  vote = (who: string, motionId: string, vote: CouncilVote, more: object = {}) =>
    this.send(who, `/council/motions/${motionId}/votes`, { vote, ...more });
  async votes(motionId: string, votes: Record<string, CouncilVote>): Promise<void> {
    for (const [who, vote] of Object.entries(votes)) {
      const answer = await this.vote(who, motionId, vote);
      if (answer.status !== 200) throw new Error(`vote of ${who}: ${JSON.stringify(answer.body)}`);
    }
  }
  closeMotion = (motionId: string) =>
    this.must<{ result: Record<string, unknown> }>('thuky', `/council/motions/${motionId}/close`);
  closeSession = (sessionId: string) =>
    this.must<{ valid: boolean; numerator: number; denominator: number }>(
      'thuky',
      `/council/sessions/${sessionId}/close`,
    );
  async opinions(...names: string[]): Promise<void> {
    for (const name of names) await this.dossier.recordOpinion(name);
  }
  /** A council that has carried a conclusion by everybody's vote, with its minutes issued. */
  async concludedAs(outcome: Outcome, voters: string[], signedBy: string): Promise<void> {
    await this.established();
    await this.opinions(...voters);
    const sessionId = await this.meeting(voters);
    const motion = await this.motion(sessionId, 'Kết luận của hội đồng', outcome);
    for (const who of voters) await this.votes(motion, { [who]: 'for' });
    await this.closeMotion(motion);
    await this.closeSession(sessionId);
    const issued = await this.minutes(sessionId, signedBy);
    if (issued.status !== 200) throw new Error(`minutes: ${JSON.stringify(issued.body)}`);
  }
  /** Minutes drafted by the secretary and issued, signed by the person given. */
  async minutes(sessionId: string, signedBy: string): Promise<Answer<Record<string, unknown>>> {
    await this.must('thuky', `/council/sessions/${sessionId}/minutes`);
    return this.dossier.issue('council_minutes', { ...signer, name: signedBy, title: 'Chủ tịch Hội đồng' });
  }
}
