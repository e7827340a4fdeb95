import { isCountryCode, type TechnologyFacts } from '#contracts';
import { type FactFault, fault } from './fact-fault.js';

/** Every country that the facts name, with its place. */
const countriesOf = ({
  project,
  equipment = [],
  lines = [],
}: TechnologyFacts): [at: string, code?: string][] => [
  ['/project/investorCountry', project?.investorCountry],
  ...equipment.map(({ country }, index): [string, string?] => [`/equipment/${index}/country`, country]),
  ...lines.flatMap(({ oecdSites = [] }, index) =>
    oecdSites.map(({ country }, at): [string, string] => [
      `/lines/${index}/oecdSites/${at}/country`,
      country,
    ]),
  ),
];

/** Two letters that look like the code of a country and are none, such as TQ or UK. What does not look like one is a fault of shape. */
export const countryFaults = (facts: TechnologyFacts): FactFault[] =>
  countriesOf(facts).flatMap(([at, code]) =>
    code !== undefined && /^[A-Z]{2}$/.test(code) && !isCountryCode(code)
      ? [fault('impossible', at, 'no_such_country', { country: code })]
      : [],
  );

/**
 * The faults that a change brings: codes that were stored before anybody judged them keep no draft from being saved, and
 * are told when it is submitted.
 */
export function faultsBrought(faults: readonly FactFault[], before: TechnologyFacts): FactFault[] {
  const stored = new Set(countriesOf(before).map(([, code]) => code));
  return faults.filter(({ code, params }) => code !== 'no_such_country' || !stored.has(params['country']));
}
