import fc from 'fast-check';
import { COMMANDS, type CommandName } from '#contracts';
import { type Bent, type Mood } from './acts.js';
import { DETOUR_NAMES } from './detours.js';

/** One thing that happens in a sequence, as plain data: what it comes to depends on where the dossier then stands. */
export type Step =
  | { kind: 'onward' }
  | { kind: 'detour'; which: string }
  | { kind: 'stranger'; who: string; which: string }
  | { kind: 'command'; who: string; command: CommandName }
  | { kind: 'menu'; who: string; pick: number }
  | { kind: 'again'; changed: boolean }
  | { kind: 'rivals'; which: string }
  | { kind: 'rehearse' }
  | { kind: 'days'; days: number }
  | { kind: 'look'; who: string; place: number }
  | { kind: 'tamper'; pick: number };

const ANYBODY = [
  'gom',
  'taichinh',
  'ximang',
  'motcua1',
  'motcua2',
  'chuyenvien1',
  'chuyenvien2',
  'chuyenvien3',
  'truongphong1',
  'truongphong2',
  'truongphong3',
  'giamdoc',
  'phogiamdoc',
  'chuyengia1',
  'chuyengia2',
  'chuyengia3',
  'thuky',
  'phoihop',
  'phoihop2',
  'ubnd',
  'thanhtra',
  'phapche1',
  'quantri',
  'khukinhte',
] as const;
const who = fc.constantFrom(...ANYBODY);
const which = fc.constantFrom(...DETOUR_NAMES);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 46, arbitrary: fc.constant<Step>({ kind: 'onward' }) },
  { weight: 20, arbitrary: fc.record({ kind: fc.constant('detour' as const), which }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('stranger' as const),
      who,
      which: fc.oneof(which, fc.constant('onward')),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('command' as const),
      who,
      command: fc.constantFrom(...COMMANDS),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('menu' as const), who, pick: fc.nat(9) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('again' as const), changed: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('rivals' as const), which }) },
  { weight: 2, arbitrary: fc.constant<Step>({ kind: 'rehearse' }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('days' as const), days: fc.constantFrom(1, 2, 5, 9, 30) }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('look' as const), who, place: fc.nat(17) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('tamper' as const), pick: fc.nat(99) }) },
);
const mood: fc.Arbitrary<Mood> = fc.record({
  outcome: fc.constantFrom('agree' as const, 'agree' as const, 'disagree' as const),
  form: fc.oneof(
    { weight: 6, arbitrary: fc.constant('in_house' as const) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('experts' as const, 'independent_body' as const, 'council' as const),
    },
  ),
  nerve: fc.constantFrom<Mood['nerve']>('proper', 'proper', 'boldly', 'silently', 'hurried'),
  bent: fc.oneof(
    { weight: 16, arbitrary: fc.constant<Bent>('usual') },
    { weight: 4, arbitrary: fc.constant<Bent>('overturns') },
    { weight: 3, arbitrary: fc.constant<Bent>('repairs') },
    { weight: 3, arbitrary: fc.constantFrom<Bent>('extends', 'proves', 'doubts') },
    { weight: 2, arbitrary: fc.constant<Bent>('leaves') },
  ),
  match: fc.constantFrom('rejected' as const, 'rejected' as const, 'confirmed' as const),
  earlier: fc.constantFrom('replace' as const, 'replace' as const, 'confirm' as const, 'recall' as const),
});

/** A whole sequence: from which stage it starts (a number that chooses), how it means to end, and its steps. */
export interface Sequence {
  stage: number;
  mood: Mood;
  steps: Step[];
}
const STEPS = 40;
/** In which class the length of a sequence falls, for the tally. */
export const lengthOf = ({ steps: { length } }: Sequence): string =>
  length >= 30 ? '30 or more' : length > 14 ? '15 to 29' : length > 7 ? '8 to 14' : 'up to 7';
/** Mostly of up to fourteen steps; one in six is drawn from up to forty. */
export const sequences: fc.Arbitrary<Sequence> = fc.record({
  stage: fc.nat(9_999),
  mood,
  steps: fc.oneof(
    { weight: 5, arbitrary: fc.array(step, { minLength: 1, maxLength: 14, size: 'max' }) },
    { weight: 1, arbitrary: fc.array(step, { minLength: 1, maxLength: STEPS, size: 'max' }) },
  ),
});
