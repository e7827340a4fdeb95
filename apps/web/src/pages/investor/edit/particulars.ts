import { type EditedDossier } from '../draft/dossier.query.js';
import { type Answers } from '../new/steps.js';

type Known = Pick<
  EditedDossier,
  'projectAuthority' | 'investorOrgId' | 'incomingNumber' | 'incomingOn' | 'receivedOn' | 'parties'
>;

/** What is known of a dossier beside its facts, as the questions before a draft ask for it. */
export function particularsOf(dossier: Known): Answers {
  const { projectAuthority, investorOrgId, incomingNumber, incomingOn, receivedOn, parties } = dossier;
  const investorName = parties.find(({ organisationId }) => organisationId === investorOrgId)?.name;
  return {
    ...(projectAuthority ? { authority: projectAuthority } : {}),
    ...(investorOrgId ? { investor: investorOrgId } : {}),
    ...(investorName ? { investorName } : {}),
    ...(incomingNumber ? { number: incomingNumber } : {}),
    ...(incomingOn ? { on: incomingOn } : {}),
    ...(receivedOn ? { receivedOn } : {}),
  };
}

/** What was changed, as the API takes it; null where nothing was, or while a paper is only half entered. */
export function changedParticulars(stored: Answers, given: Answers) {
  const { authority, investor, number, on, receivedOn } = given;
  const isNewPaper = number !== stored.number || on !== stored.on || receivedOn !== stored.receivedOn;
  const paper = number?.trim() && on && receivedOn ? { number, on, receivedOn } : undefined;
  const changed = {
    ...(authority && authority !== stored.authority ? { projectAuthority: authority } : {}),
    ...(investor && investor !== stored.investor ? { investorOrgId: investor } : {}),
    ...(isNewPaper && paper ? { incoming: paper } : {}),
  };
  return Object.keys(changed).length === 0 ? null : changed;
}

/** Which questions a person is asked: whose paper it was is fixed, and an investor owns what it submits. */
export function askedParticulars({ channel, relations }: Pick<EditedDossier, 'channel' | 'relations'>) {
  return { investor: channel === 'requester', paper: relations.includes('clerk_on_behalf') };
}
