import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  type Channel,
  type ProcedureId,
  type ProjectAuthority,
  type Status,
  type TechnologyFacts,
} from '#contracts';
import { keyed, seenAt } from '../../../api/act-headers.js';
import { answer, api } from '../../../api/client.js';
import { queryClient } from '../../../api/query-client.js';
import { sessionState } from '../../../api/session-state.js';
import { type Draft } from './draft.types.js';
import { type TakenOver } from './taken-over.js';

/** What the editor uses of a dossier. */
export interface EditedDossier {
  id: string;
  procedureId: ProcedureId;
  status: Status;
  channel: Channel;
  onBehalf: boolean;
  projectName: string;
  projectAuthority: ProjectAuthority | null;
  investorOrgId: string | null;
  fileCode: string | null;
  /** Of the paper that a clerk entered. */
  incomingNumber: string | null;
  incomingOn: string | null;
  receivedOn: string | null;
  acceptedOn?: string | null;
  revision: number;
  relations: string[];
  facts: TechnologyFacts;
  /** The dossier with whose facts it began, if any and if the reader may see it. */
  copiedFrom?: CopiedFrom | null;
  parties: { organisationId: string; name: string; party: string }[];
}
interface CopiedFrom {
  id: string;
  projectName: string;
  fileCode: string | null;
  values: TakenOver;
}
interface Bilingual {
  vi: string;
  en: string;
}
export interface ChecklistItem {
  code: string;
  name: Bilingual;
  basis: string;
  verification: 'text_read' | 'secondary' | 'inference' | 'memory';
}
/** Papers that the law asks for, as the dossier stands. */
export interface Checklist {
  required: ChecklistItem[];
  asked: ChecklistItem[];
  present: string[];
  derivable: string[];
  missing: string[];
}

const at = (id: string) => ({ params: { path: { id } } });
const askDossier = async (id: string): Promise<EditedDossier> =>
  (await answer(api.GET('/api/v1/dossiers/{id}', at(id)))) as unknown as EditedDossier;

export const dossierQuery = (id: string) =>
  queryOptions({ queryKey: ['dossiers', 'edited', id], queryFn: () => askDossier(id) });
/** The checklist of a dossier as it is at a revision. */
export const checklistQuery = (id: string, revision: number) =>
  queryOptions({
    queryKey: ['dossiers', 'checklist', id, revision],
    placeholderData: keepPreviousData,
    queryFn: async () =>
      (await answer(api.GET('/api/v1/dossiers/{id}/checklist', at(id)))) as unknown as Checklist,
  });
/** What may be done with a dossier at a revision, and why not. */
export const commandsQuery = (id: string, revision: number) =>
  queryOptions({
    queryKey: ['dossiers', 'commands', id, revision],
    placeholderData: keepPreviousData,
    queryFn: () => answer(api.GET('/api/v1/dossiers/{id}/commands', at(id))),
  });

const PATIENCE_MS = 30_000;
export interface SavedFacts {
  revision: number;
  facts: TechnologyFacts;
}
/** How a draft reaches the API. */
export interface DraftTransport {
  save: (
    dossierId: string,
    sending: { key: string; revision: number; facts: Partial<Draft> },
  ) => Promise<SavedFacts>;
  read: (dossierId: string) => Promise<SavedFacts>;
  /** Whether it would be sent in the name of this person, and of nobody who signed in after them. */
  speaksFor: (personId: string) => boolean;
  /** Asks for the token of the session again: somebody may have signed in on another page of this browser. */
  resume: () => Promise<void>;
}
export const httpTransport: DraftTransport = {
  save: async (id, { key, revision, facts }) => {
    const header = { ...seenAt(revision), ...keyed(key) };
    const saving = api.PATCH('/api/v1/dossiers/{id}', {
      params: { path: { id }, header },
      body: { facts: facts },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return (await answer(saving)) as unknown as SavedFacts;
  },
  read: askDossier,
  speaksFor: (personId) =>
    sessionState.csrfToken !== null &&
    queryClient.getQueryData<{ id: string } | null>(['me'])?.id === personId,
  resume: async () => {
    const { csrfToken } = await answer(api.GET('/api/v1/me'));
    sessionState.csrfToken = csrfToken ?? null;
  },
};
