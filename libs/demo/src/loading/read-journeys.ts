import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CivilDate } from '#kernel';
import { withTables } from '../driver/tables.js';
import { type Journey, type JourneyStep } from '../journey.types.js';
import { withDays } from './relative-days.js';

type StepOnFile = Partial<JourneyStep> & Pick<JourneyStep, 'do'>;
type JourneyOnFile = Pick<Journey, 'about' | 'title' | 'expect'> &
  Partial<Pick<Journey, 'facts'>> & { steps: StepOnFile[] };

/** The journeys of a folder by file name; `today` is what days such as `today-5wd` are counted from. */
export function readJourneys(folder: string, today: CivilDate): Journey[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => journeyOf(name.replace(/\.json$/, ''), readFileSync(join(folder, name), 'utf8'), today));
}

function journeyOf(id: string, text: string, today: CivilDate): Journey {
  const file = withTables(withDays(JSON.parse(text), today)) as JourneyOnFile;
  const { about, title, expect, facts = {} } = file;
  return { id, about, title, expect, facts, steps: completed(file.steps) };
}

/** A step without a day or a person is the same day's or the same person's. */
function completed(steps: StepOnFile[]): JourneyStep[] {
  let [on, by] = ['', ''];
  return steps.map((step) => {
    on = step.on ?? on;
    by = step.by ?? by;
    return { do: step.do, on, by, with: step.with ?? {}, expect: step.expect ?? {} };
  });
}
