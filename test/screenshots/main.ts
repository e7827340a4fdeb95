// npm run screenshots: every page in both languages, of an installation with the demonstration's histories, as images.
//   --to=FOLDER   where they go (.tmp/screenshots)   --only=home,dossier   names that contain one of these   --reuse
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, type Page } from 'playwright-core';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '#identity';
import { Installation } from '../bench/installation.js';
import { launchBrowser } from '../support/browser.js';
import { refusalOn } from '../support/page-refusal.js';
import { type Owned, type Shot, shotsOf, type Subjects } from './pages.js';

const { values } = parseArgs({
  options: {
    to: { type: 'string', default: join('.tmp', 'screenshots') },
    only: { type: 'string', default: '' },
    reuse: { type: 'boolean', default: false },
  },
});
const LANGUAGES = ['vi', 'en'] as const;
/** Until what moves has come to rest and answers are drawn. */
const REST_MS = 700;
const address = (name: string) => `${name}@demo.techgate.vn`;

interface Found {
  id: string;
  dossierId?: string;
  sessions?: { id: string }[];
}

/** @throws Error when the demonstration has none: a picture would show that there is nothing */
function known(id: string | undefined, what: string): string {
  if (id === undefined) throw new Error(`The demonstration has nothing for ${what}`);
  return id;
}

/** Ids for the pages that show one thing, as a person finds them in the lists. */
async function subjects(url: string): Promise<Subjects> {
  const login = async (name: string) => {
    const body = JSON.stringify({ email: address(name), password: DEMO_PASSWORD });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/api/v1/auth/login`, { method: 'POST', headers, body });
    return ((await answer.json()) as { accessToken: string }).accessToken;
  };
  const items = async (name: string, path: string) => {
    const headers = { authorization: `Bearer ${await login(name)}` };
    const answer = await fetch(`${url}/api/v1${path}`, { headers });
    return ((await answer.json()) as { items?: Found[] }).items ?? [];
  };
  const first = async (name: string, path: string) => {
    const [found] = await items(name, path);
    return known(found?.id, `${name} under ${path}`);
  };
  const council = (await items('truongphong1', '/councils/known'))[0];
  const dossier = known(council?.dossierId, 'council');
  const sessions = (await items('truongphong1', `/dossiers/${dossier}/council`))[0]?.sessions ?? [];
  return {
    reviewed: await first('chuyenvien1', '/dossiers?status=under_review&assignee=me&limit=1'),
    refused: await first('giamdoc', '/dossiers?status=refused&limit=1'),
    conditional: await first('truongphong1', '/dossiers?status=approved_with_conditions&limit=1'),
    own: await first('than', '/dossiers?limit=1'),
    draft: await owned(items, ['draft']),
    submitted: await first('motcua1', '/dossiers?status=submitted&limit=1'),
    endorsed: await first('giamdoc', '/dossiers?status=endorsed&limit=1'),
    asked: await owned(items, ['supplement_requested', 'clarification_requested']),
    project: await first('chuyenvien1', '/projects?limit=1'),
    list: await first('motcua1', '/projects/imports?limit=1'),
    account: await first('quantri', '/users?limit=1'),
    session: { dossier, id: known(sessions[0]?.id, 'session of a council') },
  };
}

const OWNING: readonly string[] = ['investor', 'requester'];
/** The first of the demonstration's owners who has a dossier in one of these states. */
async function owned(
  items: (name: string, path: string) => Promise<Found[]>,
  states: readonly string[],
): Promise<Owned> {
  for (const { email } of DEMO_PEOPLE.filter(({ roles }) => roles.some((role) => OWNING.includes(role)))) {
    const owner = email.split('@')[0] ?? '';
    for (const status of states) {
      const [found] = await items(owner, `/dossiers?status=${status}&limit=1`);
      if (found) return { id: found.id, owner };
    }
  }
  throw new Error(`No owner of the demonstration has a dossier that is ${states.join(' or ')}`);
}

/** A desk for each person, so that they sign in once for all their pages. */
async function deskOf(browser: Browser, url: string, language: string, as: string | undefined) {
  const context = await browser.newContext({ locale: language, reducedMotion: 'reduce' });
  await context.addInitScript(`localStorage.setItem('techgate.language', '${language}')`);
  const page = await context.newPage();
  if (as === undefined) return page;
  await page.goto(`${url}/sign-in`);
  await page.locator('input[type=email]').fill(address(as));
  await page.locator('input[type=password]').fill(DEMO_PASSWORD);
  await page.locator('form button[type=submit]').click();
  await page.waitForURL((target) => target.pathname !== '/sign-in');
  return page;
}

/** Until nothing is on its way any more: no grey lines, and a letter is on its sheet. */
async function drawn(page: Page): Promise<void> {
  await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
  if ((await page.locator('[data-drawn=false]').count()) > 0)
    await page.locator('[data-drawn=true]').first().waitFor();
}

async function shoot(browser: Browser, url: string, shots: readonly Shot[]): Promise<void> {
  for (const language of LANGUAGES)
    for (const as of new Set(shots.map((shot) => shot.as))) {
      const page = await deskOf(browser, url, language, as);
      for (const shot of shots.filter((one) => one.as === as)) {
        await page.setViewportSize({ width: shot.width ?? 1280, height: 800 });
        await page.goto(url + shot.path);
        await page.locator('h1').first().waitFor();
        await page.waitForTimeout(REST_MS);
        await drawn(page);
        const refused = await refusalOn(page);
        if ((refused !== null) !== (shot.isRefused === true))
          throw new Error(`${shot.name} in ${language} says: ${refused ?? 'nothing is wrong'}`);
        const path = join(values.to, `${shot.name}-${language}.png`);
        await page.screenshot({ path, fullPage: true });
        console.log(path);
      }
      await page.context().close();
    }
}

mkdirSync(values.to, { recursive: true });
const installation = await Installation.open(join(process.cwd(), '.tmp', 'shown'), { fresh: !values.reuse });
const [api, browser] = [await installation.startApi(), await launchBrowser()];
try {
  const wanted = values.only.split(',');
  const shots = shotsOf(await subjects(api.url));
  await shoot(
    browser,
    api.url,
    shots.filter(({ name }) => wanted.some((word) => name.includes(word))),
  );
} finally {
  await browser.close();
  await api.stop();
  await installation.close(true);
}
