import { type ListKind, type ScreeningNotice } from '#contracts';
import { addDays, canonicalJson, yearOf } from '#kernel';
import { type FromPack, type LawSet } from '../law-set.types.js';
import { type MissingPart, type Pack } from '../pack.types.js';
import { inForce, isInForce, ofKind, sortedBy } from './in-force.js';
import { unconfirmedDays } from './official-mode.js';
import { type Choice, procedureIsInForce } from './select-parts.js';

/** Lists that the technology-transfer law always establishes; the strategic one is a signal of its own. */
const STATUTORY_LISTS: ListKind[] = ['prohibited', 'restricted', 'encouraged'];
/** Terms may run into the next year, whose calendar then matters as well. */
const LOOK_AHEAD_DAYS = 60;

function listNotices({ versions }: LawSet['lists']): ScreeningNotice[] {
  const inLaw = versions.filter(({ reference }) => !reference);
  return STATUTORY_LISTS.flatMap((list) => {
    const own = inLaw.filter(({ kinds }) => kinds.includes(list));
    const absent =
      own.length === 0 ? [{ id: 'unknown', instrument: '' }] : own.filter(({ loaded }) => !loaded);
    return absent.map(({ id, instrument }) => ({
      code: 'list_version_not_in_force',
      params: { list, version: id, instrument },
    }));
  });
}

const gapCovers = (part: MissingPart, pack: Pack, choice: Choice): boolean =>
  inForce(
    { validFrom: part.validFrom ?? pack.manifest.validFrom, validTo: part.validTo ?? pack.manifest.validTo },
    choice.on,
  ) &&
  (part.procedures?.includes(choice.procedureId) ?? true);

/** Gaps of packs on the day: those that name a notice, and every missing part of a skeleton. */
export function gapsOf(choice: Choice): FromPack<MissingPart & { notice: string }>[] {
  const relevant = [...ofKind(choice.packs, 'law'), ...ofKind(choice.packs, 'skeleton')].filter((pack) =>
    isInForce(pack, choice.on),
  );
  return relevant.flatMap((pack) =>
    pack.manifest.missing.flatMap((part) => {
      const notice = part.notice ?? (pack.manifest.kind === 'skeleton' ? 'pack_incomplete' : null);
      return notice !== null && gapCovers(part, pack, choice)
        ? [{ ...part, notice, packId: pack.manifest.id }]
        : [];
    }),
  );
}
const gapNotices = (choice: Choice): ScreeningNotice[] =>
  gapsOf(choice).map(({ notice, packId, code, about }) => ({
    code: notice,
    params: { pack: packId, part: code, ...about },
  }));

function calendarNotices({ packs, on }: Choice): ScreeningNotice[] {
  const years = [...new Set([yearOf(on), yearOf(addDays(on, LOOK_AHEAD_DAYS))])];
  return years.flatMap((year) => {
    const days = unconfirmedDays(packs, year);
    return days.length === 0
      ? []
      : [{ code: 'calendar_unconfirmed', params: { year: String(year), days: days.join(', ') } }];
  });
}

/** Families of tests (`used`, `outdated`, …) that some pack knows for the procedure but that have no rule on the day. */
function ruleNotices(choice: Choice, metas: LawSet['rules']['metas']): ScreeningNotice[] {
  const familyOf = (test: string): string => test.split('.')[0] ?? test;
  const known = choice.packs
    .flatMap(({ rules }) => rules)
    .filter(({ procedures }) => procedures.includes(choice.procedureId));
  const present = new Set(metas.map(({ test }) => familyOf(test)));
  const absent = [...new Set(known.map(({ test }) => familyOf(test)))].filter(
    (family) => !present.has(family),
  );
  return absent.map((family) => ({ code: 'no_rule_in_force', params: { subject: family, on: choice.on } }));
}
const procedureNotices = (choice: Choice): ScreeningNotice[] =>
  procedureIsInForce(choice)
    ? []
    : [{ code: 'no_rule_in_force', params: { subject: `procedure.${choice.procedureId}`, on: choice.on } }];

/** Everything that a reader of the set has to know about what is not there; each once, in a fixed order. */
export function noticesOf(choice: Choice, lists: LawSet['lists'], rules: LawSet['rules']): ScreeningNotice[] {
  const all = [
    ...procedureNotices(choice),
    ...ruleNotices(choice, rules.metas),
    ...listNotices(lists),
    ...gapNotices(choice),
    ...calendarNotices(choice),
  ];
  return sortedBy([...new Map(all.map((notice) => [canonicalJson(notice), notice])).values()], canonicalJson);
}
