import { type TestApi } from './api.js';
import { type Answer } from './api-client.js';
import { PDF } from './determination.js';
import { aDossier, CLEAN_FACTS } from './dossier-builder.js';
import { type DossierDriver, emailOf, personId } from './dossier-driver.js';
import { project } from './projects.js';

/** One request to a route that is about a dossier which its path does not name, and the dossier. */
export interface Visit {
  route: string;
  dossierId: string;
  answer: Answer<Record<string, unknown>>;
}
/** What people would rather not find anywhere else. */
export const SENT = {
  project: 'Nhà máy Kín Tiếng',
  file: 'tep-rieng.pdf',
  reason: 'Lý do chỉ người này biết.',
};
const BASE = '/api/v1';

/** Asks each of those routes once, refusals among them. */
export class RoutesAboutDossiers {
  readonly visits: Visit[] = [];

  private constructor(
    private readonly api: TestApi,
    private readonly dossier: DossierDriver,
  ) {}

  static async visit(api: TestApi): Promise<RoutesAboutDossiers> {
    const facts = { ...CLEAN_FACTS, project: { ...CLEAN_FACTS.project, name: SENT.project } };
    const dossier = await aDossier(api).withFacts(facts).accepted().open();
    const routes = new RoutesAboutDossiers(api, dossier);
    await routes.drafts();
    await routes.tasks();
    await routes.documents();
    await routes.matches();
    await routes.following();
    return routes;
  }

  private async ask(
    who: string,
    route: string,
    url: string,
    body?: object,
    headers = {},
  ): Promise<Answer<Record<string, unknown>>> {
    const client = await this.api.login(emailOf(who));
    const answer = await (route.startsWith('GET')
      ? client.get(url, headers)
      : client.post(url, body, headers));
    this.visits.push({ route, dossierId: this.dossier.id, answer });
    return answer;
  }

  private async drafts(): Promise<void> {
    const made = await this.ask('gom', `POST ${BASE}/dossiers`, `${BASE}/dossiers`, {
      procedureId: 'opinion',
    });
    this.visits.push({ ...this.visits.pop()!, dossierId: String(made.body['id']) });
  }

  private async tasks(): Promise<void> {
    for (const [expert, act, body] of [
      ['chuyengia1', 'declaration', { conflict: false }],
      ['chuyengia2', 'decline', { reason: SENT.reason }],
    ] as const) {
      await this.dossier.command('truongphong1', 'assign', { assigneeId: personId(expert), kind: 'expert' });
      const tasks = await (
        await this.api.login(emailOf(expert))
      ).get<{ items: { id: string }[] }>(`${BASE}/assignments`);
      const url = `${BASE}/assignments/${tasks.body.items[0]?.id}/${act}`;
      await this.ask(expert, `POST ${BASE}/assignments/{id}/${act}`, url, body);
    }
  }

  private async documents(): Promise<void> {
    const id = await this.dossier.upload('motcua1', PDF, SENT.file);
    const [content, withdraw] = [`${BASE}/documents/${id}/content`, `${BASE}/documents/${id}/withdraw`];
    await this.ask('motcua1', `GET ${BASE}/documents/{id}/content`, content);
    await this.ask('kinh', `GET ${BASE}/documents/{id}/content`, content);
    const body = { reason: SENT.reason };
    await this.ask('motcua1', `POST ${BASE}/documents/{id}/withdraw`, withdraw, body, { 'if-match': '"9"' });
  }

  private async matches(): Promise<void> {
    const of = `${BASE}/projects`;
    const clerk = await this.api.login(emailOf('motcua1'));
    const made = await clerk.post<{ id: string }>(of, project());
    const matched = await this.ask('motcua1', `POST ${of}/{id}/matches`, `${of}/${made.body.id}/matches`, {
      dossierId: this.dossier.id,
      reason: SENT.reason,
    });
    const [match] = matched.body['matches'] as { id: string }[];
    const url = `${of}/${made.body.id}/matches/${match?.id}`;
    await this.ask('motcua1', `POST ${of}/{id}/matches/{matchId}/undo`, `${url}/undo`, {
      reason: SENT.reason,
    });
    await this.ask('motcua1', `POST ${of}/{id}/matches/{matchId}/decision`, `${url}/decision`, {
      decision: 'rejected',
    });
    await this.ask('motcua1', `POST ${of}/from-dossier`, `${of}/from-dossier`, {
      dossierId: this.dossier.id,
    });
  }

  private async following(): Promise<void> {
    const clerk = await this.api.login(emailOf('motcua1'));
    const renewed = await clerk.post(this.dossier.url('/tracking-secret'), { reason: SENT.reason });
    const { fileCode, secret } = renewed.body as { fileCode: string; secret: string };
    for (const typed of [secret, secret.replaceAll(/[0-9A-Z]/g, '7')])
      await this.ask('motcua1', `POST ${BASE}/public/tracking`, `${BASE}/public/tracking`, {
        fileCode,
        secret: typed,
      });
  }
}
