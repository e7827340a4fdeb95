import pg from 'pg';
import { type DatabaseConfig, SESSION } from '#database';
import { type BenchCase } from './cases.js';
import { prepared } from './floor/prepared.js';
import { type Server } from './installation.js';
import { type Round, round, statementRound } from './load.js';
import { middle, quantile } from './quantile.js';

/** Rate in answers a second and times in milliseconds, over all rounds. */
export interface Rate {
  perSecond: number;
  p50: number;
  p99: number;
  /** The p99 of the middle round: one in which the machine did something else does not make it. */
  middleP99: number;
  failures: number;
}
export interface Measured {
  name: string;
  product: Rate;
  floor: Rate;
  /** Answers by hand, where there are any. */
  byHand: Rate | null;
  statements: Rate;
  /** Resident memory of the API in MB, the highest that was seen. */
  memory: number;
  /** Milliseconds of processor time for one answer of the product, and of the floor. */
  cost: { api: number; database: number; floor: number; floorDatabase: number };
}
export interface Effort {
  connections: number;
  seconds: number;
  rounds: number;
}
interface Measuring {
  api: Server;
  floor: Server;
  app: DatabaseConfig;
  /** Seconds of processor time of the database so far. */
  databaseTime: () => number;
}
const WARM_UP = 0.5;

/** Measures one case: product and floor in turn, so that what else the machine does hits both. */
export async function measure(
  one: BenchCase,
  { api, floor, app, databaseTime }: Measuring,
  { connections, seconds, rounds }: Effort,
): Promise<Measured> {
  const pool = new pg.Pool({ ...app, max: connections, options: SESSION });
  const clients = await Promise.all(Array.from({ length: connections }, () => pool.connect()));
  const bare = clients.map(prepared);
  const [product, below, byHand, alone]: [Round[], Round[], Round[], Round[]] = [[], [], [], []];
  let memory = 0;
  const spent = { product: new Meter(api, databaseTime), floor: new Meter(floor, databaseTime) };
  try {
    await round(api.url, one.product, connections, WARM_UP);
    await round(floor.url, one.floor, connections, WARM_UP);
    if (one.byHand) await round(floor.url, one.byHand, connections, WARM_UP);
    await statementRound(bare, one.statements, WARM_UP);
    for (let at = 0; at < rounds; at += 1) {
      below.push(await spent.floor.over(() => round(floor.url, one.floor, connections, seconds)));
      product.push(await spent.product.over(() => round(api.url, one.product, connections, seconds)));
      if (one.byHand) byHand.push(await round(floor.url, one.byHand, connections, seconds));
      alone.push(await statementRound(bare, one.statements, seconds / 2));
      memory = Math.max(memory, api.memory());
    }
  } finally {
    for (const client of clients) client.release();
    await pool.end();
  }
  return {
    name: one.name,
    product: rateOf(product),
    floor: rateOf(below),
    byHand: byHand.length > 0 ? rateOf(byHand) : null,
    statements: rateOf(alone),
    memory,
    cost: {
      api: spent.product.server(),
      database: spent.product.database(),
      floor: spent.floor.server(),
      floorDatabase: spent.floor.database(),
    },
  };
}

/** Adds up what rounds of load cost a server and the database. */
class Meter {
  private readonly spent = { server: 0, database: 0, answers: 0 };

  constructor(
    private readonly of: Server,
    private readonly databaseTime: () => number,
  ) {}

  async over(work: () => Promise<Round>): Promise<Round> {
    const before = { server: this.of.processorTime(), database: this.databaseTime() };
    const round = await work();
    this.spent.server += this.of.processorTime() - before.server;
    this.spent.database += this.databaseTime() - before.database;
    this.spent.answers += round.answers;
    return round;
  }

  /** Milliseconds of the server for one answer. */
  server = (): number => (1000 * this.spent.server) / this.spent.answers;
  /** Milliseconds of the database for one answer. */
  database = (): number => (1000 * this.spent.database) / this.spent.answers;
}

function rateOf(rounds: readonly Round[]): Rate {
  const sum = (of: (one: Round) => number) => rounds.reduce((total, one) => total + of(one), 0);
  const times = rounds.flatMap((one) => one.times);
  return {
    perSecond: sum(({ answers }) => answers) / sum(({ seconds }) => seconds),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    middleP99: middle(rounds.map((one) => quantile(one.times, 0.99))),
    failures: sum(({ failures }) => [...failures.values()].reduce((a, b) => a + b, 0)),
  };
}
