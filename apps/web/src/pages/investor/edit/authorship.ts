import { isEditable, type Status } from '#contracts';

interface Known {
  status: Status;
  /** A clerk entered it from paper. */
  onBehalf?: boolean;
  relations: readonly string[];
  acceptedOn?: string | null;
}
/** Under appraisal the lead appraiser enters what stands in the papers: an abstract of them. */
const ABSTRACTED: readonly Status[] = ['accepted', 'screened', 'under_review'];

const isOwners = ({ status, relations }: Known): boolean => isEditable(status) && relations.includes('owner');

/** Whether a reader enters the facts of a paper dossier from its papers while it is being appraised. */
export const isAbstracting = ({ status, onBehalf, relations }: Known): boolean =>
  onBehalf === true && ABSTRACTED.includes(status) && relations.includes('lead_appraiser');

/** Whether a reader may change the facts now: the owner; of a paper dossier its clerk, and its lead appraiser. */
export const mayEdit = (dossier: Known): boolean => {
  const { status, onBehalf, relations } = dossier;
  if (isOwners(dossier) || isAbstracting(dossier)) return true;
  const onPaper = relations.includes('clerk_on_behalf') || relations.includes('lead_appraiser');
  return onBehalf === true && isEditable(status) && onPaper;
};

/** Whether the API asks for the document and the page of each value: of whoever enters for another after acceptance. */
export const asksForSources = (dossier: Known): boolean =>
  mayEdit(dossier) && !isOwners(dossier) && Boolean(dossier.acceptedOn);
