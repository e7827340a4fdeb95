import { type Channel, type OurRole, type ProcedureId, type ProjectAuthority } from '#contracts';
import { type OtherParty } from './dossier-organisations.js';
import { type IncomingPaper } from './incoming-paper.rule.js';

/** What somebody says who opens a draft. */
export interface NewDraft {
  procedureId: ProcedureId;
  investorOrgId?: string;
  requesterOrgId?: string;
  /** For a clerk: the organisation on whose behalf the dossier is entered. */
  onBehalfOf?: string;
  ourRole?: OurRole;
  projectAuthority?: ProjectAuthority;
  incoming?: IncomingPaper;
  parties?: OtherParty[];
  projectName?: string;
  /** For a change of technology: the approved dossier that it changes. */
  firstDossierId?: string;
  /** For other procedures: an earlier dossier of the same owner or investor with whose facts the draft begins. */
  copyOf?: string;
}
/** Whose dossier it will be. */
export interface Ownership {
  channel: Channel;
  ownerOrgId: string;
  investorOrgId: string | null;
  requesterOrgId: string | null;
  onBehalf: boolean;
}
