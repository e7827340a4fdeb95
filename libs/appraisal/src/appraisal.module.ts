import { Module } from '@nestjs/common';
import { AcceptEvidence } from './evidence/accept-evidence.use-case.js';
import { CheckAnnex } from './findings/check-annex.use-case.js';
import { OverturnFinding } from './findings/overturn-finding.use-case.js';
import { DecideMatch } from './matches/decide-match.use-case.js';
import { SecondMatch } from './matches/second-match.use-case.js';
import { WithdrawMatch } from './matches/withdraw-match.use-case.js';
import { SaveOpinion } from './opinions/save-opinion.use-case.js';

const USE_CASES = [
  DecideMatch,
  SecondMatch,
  WithdrawMatch,
  OverturnFinding,
  CheckAnnex,
  AcceptEvidence,
  SaveOpinion,
];

/** Decisions on candidates and findings, evidence, opinions; needs `DossierActs` from a global module. */
@Module({ providers: USE_CASES, exports: USE_CASES })
export class AppraisalModule {}
