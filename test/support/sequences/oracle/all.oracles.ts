import { approvalOracle } from './approval.oracle.js';
import { clockOracle } from './clock.oracle.js';
import { conditionOracle } from './condition.oracle.js';
import { decisionOracle } from './decision.oracle.js';
import { departureOracle } from './departure.oracle.js';
import { stepsOracle } from './log.oracle.js';
import { type Oracle } from './moment.js';
import { findingOracle } from './finding.oracle.js';
import { requestOracle } from './request.oracle.js';

/** Asked after every act, whoever did it and whatever came of it. */
export const ORACLES: readonly Oracle[] = [
  stepsOracle,
  approvalOracle,
  decisionOracle,
  clockOracle,
  requestOracle,
  conditionOracle,
  departureOracle,
  findingOracle,
];
