import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@jest/globals';
import axe from 'axe-core';
import { type Browser, type BrowserContext, type Locator, type Page, type Response } from 'playwright-core';
import { DEMO_PASSWORD } from '#identity';
import { startTestApi, type TestApi, type TestApiOptions } from './api.js';
import { launchBrowser } from './browser.js';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Colours on their way from one state to the next are nobody's fault; what turns without an end is not waited for. */
const AT_REST = `Promise.allSettled(document.getAnimations()
  .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity).map(({ finished }) => finished))`;
const AXE: axe.RunOptions = { resultTypes: ['violations'], runOnly: { type: 'tag', values: WCAG } };
/** What a browser says by itself about an answer that the page handles. */
const ANSWER_NOTICE = /Failed to load resource: the server responded with a status of/;

/** As the API is deployed: a page hears at once what others do. */
const LIVE = { streamSeconds: 900, heartbeatSeconds: 20, perPerson: 100, total: 1000 };

/** The built web application on a real API, with a real browser. */
export interface TestWeb {
  api: TestApi;
  browser: Browser;
  /** A page of its own, as another person at another desk: nothing is shared with the others. */
  open: (path: string, options?: DeskOptions) => Promise<Desk>;
  close: () => Promise<void>;
}
export interface DeskOptions {
  /** E-mail of a demonstration person who signs in first. */
  as?: string;
  language?: 'vi' | 'en';
  width?: number;
  height?: number;
  scheme?: 'light' | 'dark';
}
export interface Desk {
  page: Page;
  context: BrowserContext;
  /** What the browser complained about so far: faults of the page, refused by the content security policy. */
  faults: string[];
}

export async function startTestWeb(options: TestApiOptions): Promise<TestWeb> {
  await promisify(execFile)(process.execPath, [join('scripts', 'build-web.mjs')]);
  const [api, browser] = await Promise.all([
    startTestApi({
      ...options,
      listen: true,
      config: { webFolder: join(process.cwd(), 'dist', 'web'), events: LIVE, ...options.config },
    }),
    launchBrowser(),
  ]);
  const desks = new Desks(api.url, browser);
  const close = async () => {
    const refused = await desks.refusedQuestions();
    await browser.close();
    await api.close();
    expect({ refused, crashed: desks.crashed }).toEqual({ refused: [], crashed: [] });
  };
  return { api, browser, open: (path, desk) => desks.open(path, desk), close };
}

class Desks {
  /** Errors that no page caught, of every desk. */
  readonly crashed: string[] = [];
  private readonly refused: string[] = [];
  private readonly looks: Promise<void>[] = [];
  /** The desks of one test, by its name. */
  private test: string | undefined;
  private readonly atWork: BrowserContext[] = [];

  constructor(
    private readonly url: string,
    private readonly browser: Browser,
  ) {}

  async open(
    path: string,
    { as, language = 'vi', width = 1280, height = 900, scheme = 'light' }: DeskOptions = {},
  ): Promise<Desk> {
    await this.leaveEarlierTest();
    const context = await this.browser.newContext({
      ...{ viewport: { width, height }, locale: language, colorScheme: scheme, reducedMotion: 'reduce' },
      acceptDownloads: true,
    });
    this.atWork.push(context);
    await context.addInitScript(
      `localStorage.getItem('techgate.language') ?? localStorage.setItem('techgate.language', '${language}')`,
    );
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('response', (answer) => {
      if (answer.status() === 403 && answer.request().method() === 'GET')
        this.looks.push(this.look(answer, `${as ?? 'nobody'} on ${path}`));
    });
    page.on('pageerror', (error) => {
      faults.push(error.message);
      this.crashed.push(`${as ?? 'nobody'} on ${path}: ${error.message}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error' && !ANSWER_NOTICE.test(message.text())) faults.push(message.text());
    });
    if (as !== undefined) await this.signIn(context, as);
    await page.goto(`${this.url}${path}`);
    await page.locator('h1').waitFor();
    return { page, context, faults };
  }

  /** People of a test that is over go home: their pages would go on following every event. */
  private async leaveEarlierTest(): Promise<void> {
    const { currentTestName } = expect.getState();
    if (currentTestName === this.test) return;
    this.test = currentTestName;
    await Promise.all(this.atWork.splice(0).map((context) => context.close()));
  }

  /** What pages asked although their reader may not have it: the answer would be shown as an alert. */
  async refusedQuestions(): Promise<string[]> {
    await Promise.all(this.looks);
    return this.refused;
  }

  /** A token of an earlier session is renewed by the page itself. */
  private async look(answer: Response, who: string): Promise<void> {
    const { code } = (await answer.json().catch(() => ({}))) as { code?: string };
    if (code === 'forbidden') this.refused.push(`${who}: ${answer.url()}`);
  }

  /** The session that the sign-in form would open, without the form: its own test is where the frame is tested. */
  private async signIn(context: BrowserContext, email: string): Promise<void> {
    const data = { email, password: DEMO_PASSWORD };
    const answer = await context.request.post(`${this.url}/api/v1/auth/session`, { data });
    expect(answer.status()).toBe(201);
  }
}

/** Waits until nothing on the page is on its way. */
export async function untilLoaded(page: Page): Promise<void> {
  await page.locator('main [role="status"] .mantine-Skeleton-root').first().waitFor({ state: 'detached' });
}

/**
 * Clicks twice before the page has drawn what the first click did: the second one of a real double click reaches whatever
 * has come to its place on a slow machine.
 */
export async function clickTwice(button: Locator): Promise<void> {
  await button.click({ trial: true });
  await button.evaluate((element: { click: () => void }) => {
    element.click();
    element.click();
  });
}

/** No violation of WCAG 2.2 A or AA that axe can see on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  // Half a megabyte that a document keeps: it is looked at several times.
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(axe.source);
  const run = `axe.run(document, ${JSON.stringify(AXE)}).then(({ violations }) => violations)`;
  const violations = await page.evaluate<axe.Result[]>(`${AT_REST}.then(() => ${run})`);
  expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
}

/** A picture of the whole page for people to look at, `.tmp/screenshots/NAME.png`, when `PICTURES` is set: each takes seconds. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (process.env['PICTURES'] === undefined) return;
  await page.screenshot({ path: join('.tmp', 'screenshots', `${name}.png`), fullPage: true });
}

/** Nothing reaches beyond the right edge: nobody has to scroll sideways to read. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  // A window that has just become small is laid out in a few steps.
  await expectSoon(page, overflow, 0);
}

/** An alert that says why something was not done has the focus, and its beginning is in sight. */
export async function expectRefusalSeen(page: Page): Promise<void> {
  await expectSoon(page, 'document.activeElement.getAttribute("role")', 'alert');
  const top = 'document.activeElement.getBoundingClientRect().top';
  await expectSoon(page, `${top} >= 0 && ${top} < innerHeight`, true);
}

/** What the page says of itself comes to a value. Asked from outside: the page itself may evaluate no text. */
export async function expectSoon(page: Page, expression: string, value: unknown): Promise<void> {
  for (let tries = 0; tries < 50 && (await page.evaluate(expression)) !== value; tries += 1)
    await page.waitForTimeout(100);
  expect(await page.evaluate(expression)).toBe(value);
}
