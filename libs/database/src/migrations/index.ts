import { type MigrationInterface } from 'typeorm';
import { CreateIdentity1764000000100 } from './1764000000100-create-identity.js';
import { CreateDossiers1764000000200 } from './1764000000200-create-dossiers.js';
import { CreateAudit1764000000300 } from './1764000000300-create-audit.js';
import { CreateDocumentsAndLetters1764000000400 } from './1764000000400-create-documents-and-letters.js';
import { CreateAppraisal1764000000500 } from './1764000000500-create-appraisal.js';
import { CreateConsultations1764000000600 } from './1764000000600-create-consultations.js';
import { CreateCouncils1764000000700 } from './1764000000700-create-councils.js';
import { AdmitPapersOfConsultations1764000000710 } from './1764000000710-admit-papers-of-consultations.js';
import { CreateRoundsAndConditions1764000000800 } from './1764000000800-create-rounds-and-conditions.js';
import { CreateHoldingRepliesAndSubstitutes1764000000850 } from './1764000000850-create-holding-replies-and-substitutes.js';
import { CreateProjects1764000000900 } from './1764000000900-create-projects.js';
import { CreateProjectImports1764000000950 } from './1764000000950-create-project-imports.js';
import { CheckDigestsCheaply1764000001000 } from './1764000001000-check-digests-cheaply.js';
import { IndexWhatAccessAsks1764000001010 } from './1764000001010-index-what-access-asks.js';
import { TallyDossiers1764000001020 } from './1764000001020-tally-dossiers.js';
import { OrderStatusesByDueDay1764000001030 } from './1764000001030-order-statuses-by-due-day.js';
import { FindWaitingLetters1764000001150 } from './1764000001150-find-waiting-letters.js';
import { FindTheLastBackup1764000001151 } from './1764000001151-find-the-last-backup.js';
import { KeepWhenAlarmsWereDue1764000001180 } from './1764000001180-keep-when-alarms-were-due.js';
import { RecountDossiers1764000001181 } from './1764000001181-recount-dossiers.js';
import { FindRowsByDossier1764000001200 } from './1764000001200-find-rows-by-dossier.js';
import { CreateLiveEvents1764000001210 } from './1764000001210-create-live-events.js';
import { OpenToThePublic1764000001220 } from './1764000001220-open-to-the-public.js';
import { FindWhatIsOwed1764000001230 } from './1764000001230-find-what-is-owed.js';
import { FindDecisionsByDay1764000001231 } from './1764000001231-find-decisions-by-day.js';
import { SaveViews1764000001232 } from './1764000001232-save-views.js';
import { FindIssuedLetters1764000001255 } from './1764000001255-find-issued-letters.js';
import { FindEntriesAcrossChains1764000001262 } from './1764000001262-find-entries-across-chains.js';
import { VerifyInTheBackground1764000001263 } from './1764000001263-verify-in-the-background.js';
import { CutLongSearchTexts1764000001279 } from './1764000001279-cut-long-search-texts.js';
import { WalkDownTheList1764000001280 } from './1764000001280-walk-down-the-list.js';

/** In the order in which they run; an explicit list, since globs break in a build. */
export const MIGRATIONS: (new () => MigrationInterface)[] = [
  CreateIdentity1764000000100,
  CreateDossiers1764000000200,
  CreateAudit1764000000300,
  CreateDocumentsAndLetters1764000000400,
  CreateAppraisal1764000000500,
  CreateConsultations1764000000600,
  CreateCouncils1764000000700,
  AdmitPapersOfConsultations1764000000710,
  CreateRoundsAndConditions1764000000800,
  CreateHoldingRepliesAndSubstitutes1764000000850,
  CreateProjects1764000000900,
  CreateProjectImports1764000000950,
  CheckDigestsCheaply1764000001000,
  IndexWhatAccessAsks1764000001010,
  TallyDossiers1764000001020,
  OrderStatusesByDueDay1764000001030,
  FindWaitingLetters1764000001150,
  FindTheLastBackup1764000001151,
  KeepWhenAlarmsWereDue1764000001180,
  RecountDossiers1764000001181,
  FindRowsByDossier1764000001200,
  CreateLiveEvents1764000001210,
  OpenToThePublic1764000001220,
  FindWhatIsOwed1764000001230,
  FindDecisionsByDay1764000001231,
  SaveViews1764000001232,
  FindIssuedLetters1764000001255,
  FindEntriesAcrossChains1764000001262,
  VerifyInTheBackground1764000001263,
  CutLongSearchTexts1764000001279,
  WalkDownTheList1764000001280,
];
