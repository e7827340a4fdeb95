import { addDays, type AdjustableClock, type CivilDate, civilDate, instantAt } from '#kernel';
import { CaseFile } from './driver/case-file.js';
import { People } from './driver/people.js';
import { playStep } from './driver/play-step.js';
import { type ReferenceContext } from './driver/references.js';
import { type Call } from './driver/transport.js';
import { type Journey, type JourneyRun, type JourneyStep } from './journey.types.js';
import { differences } from './outcome/differences.js';
import { observe } from './outcome/observe.js';

export interface JourneyWorld {
  call: Call;
  /** The clock of the application that answers. */
  clock: AdjustableClock;
  /** Password of every demonstration account. */
  password: string;
  /** One round of the worker; called at 08:00 of every simulated day. */
  eachMorning: () => Promise<unknown>;
}
/** What all journeys of a run share. */
type Stage = Pick<ReferenceContext, 'people' | 'files'>;
interface Course extends JourneyRun {
  file: CaseFile;
  /** Index of the next step. */
  next: number;
}
const OPENS = 8;
const STEP_MINUTES = 2;

/**
 * Plays journeys side by side on one calendar, day by day and never backwards: each morning the worker, then the steps
 * of the day in the order of the journeys. A journey that fails stops, the others go on. Returns how each went.
 */
export async function runJourneys(journeys: readonly Journey[], world: JourneyWorld): Promise<JourneyRun[]> {
  const people = new People(world);
  const courses = journeys.map((journey) => ({ ...run(journey), file: new CaseFile(), next: 0 }));
  const files = new Map(courses.map(({ journey, file }) => [journey.id, file]));
  for (const day of daysOf(journeys)) await playDay(day, courses, { people, files }, world);
  for (const course of courses) await conclude(course, people);
  return courses.map(({ file, next: _next, ...done }) => ({
    ...done,
    dossierId: file.dossierId,
    papers: file.papers,
  }));
}

const run = (journey: Journey): JourneyRun => ({
  journey,
  dossierId: null,
  outcome: null,
  failures: [],
  papers: [],
});

/** Every day from the first step to the last. */
function daysOf(journeys: readonly Journey[]): CivilDate[] {
  const days = journeys.flatMap(({ steps }) => steps.map(({ on }) => civilDate(on))).sort();
  const [first, last] = [days[0], days.at(-1)];
  const all: CivilDate[] = [];
  if (first === undefined || last === undefined) return all;
  for (let day = first; day <= last; day = addDays(day, 1)) all.push(day);
  return all;
}

async function playDay(
  day: CivilDate,
  courses: Course[],
  stage: Stage,
  { clock, eachMorning }: JourneyWorld,
): Promise<void> {
  clock.set(instantAt(day, OPENS));
  await eachMorning();
  for (const course of courses) {
    while (course.failures.length === 0 && stepOf(course)?.on === day) {
      clock.advance(STEP_MINUTES * 60_000);
      await playNext(course, stage);
    }
  }
}

const stepOf = ({ journey, next }: Course): JourneyStep | undefined => journey.steps[next];

async function playNext(course: Course, stage: Stage): Promise<void> {
  const { journey, file, next } = course;
  const step = journey.steps[next];
  course.next += 1;
  const wrong = await playStep(next, { journey, file, ...stage }).catch((error: unknown) => [String(error)]);
  course.failures.push(
    ...wrong.map((what) => `step ${next + 1} (${step?.on} ${step?.by} ${step?.do}): ${what}`),
  );
}

async function conclude(course: Course, people: People): Promise<void> {
  const { journey, file, next, failures } = course;
  if (failures.length === 0 && next < journey.steps.length)
    failures.push(`step ${next + 1} lies before the one ahead of it`);
  // A draft is its owner's alone: there is nothing that an auditor could see of it.
  if (file.dossierId === null || journey.expect.status === 'draft') return;
  course.outcome = await observe(people, file, journey).catch((error: unknown) => {
    failures.push(String(error));
    return null;
  });
  if (failures.length === 0 && course.outcome) failures.push(...differences(journey, course.outcome));
}
