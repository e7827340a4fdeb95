import { type Catalogue } from './catalogue.types.js';

const STANDARD = {
  met: 'Declared to meet a recognised standard.',
  breached: 'A recognised standard is not met.',
};
const CAPACITY = {
  met: 'Capacity {capacityPct} %, efficiency {efficiencyPct} % of design: at least {limitPct} %.',
  breached: 'Capacity {capacityPct} %, efficiency {efficiencyPct} % of design: below {limitPct} %.',
};
const CONSUMPTION = {
  met: '{consumptionPct} % above design: at most {limitPct} %.',
  breached: '{consumptionPct} % above design: more than {limitPct} %.',
};
const NO_CANDIDATE = 'No candidate stands in the loaded list versions.';
const list = (name: string) => ({
  title: `List: ${name}`,
  met: 'The list has been decided on.',
  breached: `The technology is on the list of ${name}: {codes} ({listVersion}).`,
});

/** English texts of findings and notices. */
export const EN: Catalogue = {
  verdicts: {
    met: 'Met',
    breached: 'Breached',
    inconclusive: 'Inconclusive',
    not_applicable: 'Not applicable',
  },
  tests: {
    'used.age': {
      title: 'Age of the used machine',
      met: '{ageYears} years old, at most {limitYears} are allowed.',
      breached: '{ageYears} years old, over the limit of {limitYears}.',
    },
    'used.standard': { title: 'Standard of the used machine', ...STANDARD },
    'used.line.standard': { title: 'Standard of the used line', ...STANDARD },
    'used.line.capacity': { title: 'Remaining capacity or efficiency of the used line', ...CAPACITY },
    'used.line.consumption': { title: 'Consumption of the used line', ...CONSUMPTION },
    'used.line.lists': {
      title: 'Used line and the prohibited and restricted lists',
      met: NO_CANDIDATE,
      breached: 'The technology was confirmed to be on the prohibited or the restricted list.',
    },
    'used.line.oecd_sites': {
      title: 'Sites that use the technology in OECD countries',
      met: '{oecdSites} sites, {requiredSites} are required.',
      breached: '{oecdSites} sites, {requiredSites} are required.',
    },
    'outdated.standard': {
      title: 'Outdated technology: standards in operation',
      met: 'Meets the standards on safety, energy saving and environment.',
      breached: 'Fails a standard on safety, energy saving or environment.',
    },
    'outdated.capacity': { title: 'Outdated technology: remaining capacity or efficiency', ...CAPACITY },
    'outdated.consumption': { title: 'Outdated technology: consumption', ...CONSUMPTION },
    'outdated.list': {
      title: 'Outdated technology: prohibited list',
      met: NO_CANDIDATE,
      breached: 'The technology was confirmed to be on the prohibited list.',
    },
    'list.prohibited': list('prohibited technologies'),
    'list.restricted': list('restricted technologies'),
    'list.encouraged': list('encouraged technologies'),
    'list.strategic': list('strategic technologies and products'),
  },
  inconclusive: 'There is not enough to conclude.',
  notApplicable: 'This test does not apply here.',
  missing: 'Missing: {missing}.',
  missingKinds: {
    annex: 'the annex {of} (to be looked up on paper)',
    decision: "an officer's decision on entry {of}",
    evidence: 'an inspection certificate for {of}',
  },
  unknown: 'unknown',
  wouldChange: 'If {path} were {to}, the result would be: {verdict}.',
  fields: {
    technologyName: 'name of the technology',
    condition: 'whether new or used',
    acquisition: 'where it is bought (abroad, here)',
    hsCode: 'HS code',
    yearMade: 'year made',
    plannedArrivalYear: 'planned year of arrival',
    actualCapacityPct: 'actual capacity (%)',
    efficiencyPct: 'efficiency (%)',
    consumptionOverDesignPct: 'consumption above design (%)',
    standards: 'a recognised standard',
    standardResults: 'results by standard',
    oecdSites: 'number of sites in OECD countries',
  },
  values: {
    ageYears: 'Age of the machine (years)',
    limitYears: 'Age limit (years)',
    capacityPct: 'Capacity of design (%)',
    efficiencyPct: 'Efficiency of design (%)',
    consumptionPct: 'Consumption above design (%)',
    limitPct: 'Limit (%)',
    oecdSites: 'Sites in OECD countries',
    requiredSites: 'Sites needed',
    acceptedStandards: 'Recognised standards',
    listStatus: 'Standing on the lists',
    codes: 'Entries of the list',
    listVersion: 'List',
  },
  listStatuses: {
    prohibited: 'on the prohibited list',
    restricted: 'on the restricted list',
    unnamed: 'the technology is not named',
    open: 'an entry awaits a decision',
    not_loaded: 'the list is not loaded',
    clear: 'no entry was proposed',
  },
  notes: {
    declared_to_be_proven_at_import: 'As declared; to be proven at import.',
    over_age_route: 'A producing enterprise may ask the Ministry of Science and Technology case by case.',
    over_every_possible_limit: 'Over every limit that annex I could set.',
    annex_row_unverified: 'Annex I may allow a higher age, but its rows are not verified.',
    hs_code_too_short: 'The HS code is too short to tell the limit.',
    standards_incomplete: 'Not shown for every field by a recognised standard.',
    relief_claimed: 'Relief under Decision 28/2022 is claimed; how far it goes is not loaded.',
    uncertainty_spans_limit: 'The uncertainty spans the limit; a more exact inspection is needed.',
    uncertainty_not_stated: 'The uncertainty of the measured value is not stated.',
    candidates_open: 'A list candidate awaits a decision.',
    list_version_not_in_force: 'The list in force is not loaded; the annex has to be read on paper.',
    no_candidate_found:
      'The matching method proposes nothing; this does not say that the technology is off the list.',
    confirmed_row_is_advice: 'The confirmed entry is advice only and decides nothing.',
    reference_row: 'Rests on a reference entry of an older list, used in demonstration mode only.',
    judged_with_its_line: 'The machine belongs to a line and is judged with it.',
    no_operating_data: 'No operating data to compare; the official test is for term extension only.',
    see_list_finding: 'See the finding on the list.',
    analogy_from_declaration: 'By analogy, from the declaration; no official finding of outdated technology.',
    rule_from_memory: 'The rule is unverified and decides nothing.',
    not_acting_in_official_mode:
      'The rule is not verified well enough or not in force: advice only in official mode.',
    certificate_missing: 'No inspection certificate covers this value.',
    certificate_expired: 'The inspection certificate was older than 12 months on the day of receipt.',
    certificate_undated: 'The inspection certificate bears no date of issue.',
    certificate_not_accepted: 'The agency has not accepted the inspection certificate.',
    certificate_from_the_future: 'The inspection certificate bears a day of issue after it was accepted.',
    not_a_certificate: 'The paper is no inspection certificate.',
    no_rule_in_force: 'No rule for this test was in force on the day of receipt.',
    line_has_no_age_limit:
      'The machine belongs to a used imported line: by L-6 lines have no age limit, but that is a reading; a person has to decide.',
    relief_not_in_force:
      'The relief of Decision 28/2022 (L-7) is not in force on this day and does not count.',
    superseded_by_version_in_force:
      'The list version in force holds the same technology; the entry of the other version is advice only.',
  },
  notices: {
    list_version_not_in_force:
      'The list in force ({list}, {version} {instrument}) is not loaded; nothing is concluded from it.',
    no_candidate_found: 'No candidate found in version {version} by method {method} (lines: {lines}).',
    rule_needs_manual_check: 'Rule {rule} has to be checked by hand (verification: {verification}).',
    confirmed_code_not_loaded: 'Entry {code} ({list}) was confirmed for {line} but stands in no loaded list.',
    no_rule_in_force: 'No rule is in force on {on} ({subject}).',
    environmental_group_unknown:
      'The environmental group of the project is not stated; whether the environment calls for the opinion cannot be told ({rule}).',
    candidate_superseded:
      'Entry {code} ({list}) of version {version} is advice only for {line}: version {by}, which is in force, holds the same technology.',
    pack_incomplete: 'Legal pack {pack} is incomplete (missing {part}).',
    law_changed_at_acceptance:
      'The law was chosen again when the valid dossier was accepted: from {from} to {to}.',
    clocks_changed_at_acceptance:
      'The terms were chosen again for the valid dossier: {from} no longer applies, {to} does (from the day of receipt, less the time spent waiting for the supplement).',
    silence_recorded:
      'The term ended on {dueOn} without a reply; what the law makes of it: {effect} ({basis}). This is a record, not a decision.',
    round_without_clock:
      'The law to which this dossier is pinned has no term for a round after a complaint; please watch the day of the reply yourself.',
    last_person_for_step:
      'After this one person is left for the step {step}: {name}. Should that person be in conflict or away, the dossier cannot go on.',
    nobody_left_for_step:
      'If this person concludes, nobody is left for the step {step}; assign somebody else.',
    shorter_term_not_loaded: 'A shorter term is known to have existed but is not loaded.',
    calendar_unconfirmed: 'The working calendar of the year is not confirmed.',
  },
};
