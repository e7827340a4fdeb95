import { type CaseFile } from '../driver/case-file.js';
import { type People } from '../driver/people.js';
import { bodyOf } from '../actions/action.types.js';
import { type Journey, type Outcome } from '../journey.types.js';

const AUDITOR = 'thanhtra';

/** What the API shows of a dossier, read by an auditor, and what the expectation's person was warned of. */
export async function observe(people: People, file: CaseFile, journey: Journey): Promise<Outcome> {
  const auditor = people.named(AUDITOR);
  const read = async <Body>(path: string): Promise<Body> =>
    bodyOf<Body>(await auditor.get(`/dossiers/${file.id}${path}`));
  const items = async <Item>(path: string): Promise<Item[]> => (await read<{ items: Item[] }>(path)).items;
  return {
    dossier: await read(''),
    findings: await read('/findings'),
    clocks: await items('/clocks'),
    letters: await items('/letters'),
    timeline: (await items<Outcome['timeline'][number]>('/timeline')).reverse(),
    warnings: await warningsOf(people, file, journey.expect.warnings?.person),
    replays: await replays(await items<{ id: string }>('/screenings'), (id) =>
      read(`/screenings/${id}/replay`),
    ),
  };
}

async function replays(
  screenings: { id: string }[],
  replay: (id: string) => Promise<{ same: boolean; intact: boolean }>,
): Promise<boolean | null> {
  if (screenings.length === 0) return null;
  for (const { id } of screenings) {
    const { same, intact } = await replay(id);
    if (!same || !intact) return false;
  }
  return true;
}

interface News {
  dossierId: string | null;
  kind: string;
  params: Record<string, string>;
}
interface NewsPage {
  items: News[];
  nextCursor: string | null;
}

async function warningsOf(people: People, file: CaseFile, key: string | undefined): Promise<string[] | null> {
  if (key === undefined) return null;
  const percents: string[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: NewsPage = bodyOf<NewsPage>(await people.named(key).get(`/notifications?limit=100${query}`));
    const own = page.items.filter(({ dossierId, kind }) => dossierId === file.id && kind === 'clock.warning');
    percents.push(...own.map(({ params }) => params['percent'] ?? ''));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return percents.sort();
}
