import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ProcedureId } from '#contracts';
import { type Governed, procedureQuery } from '../api/procedure.query.js';
import { type Labels, procedureWords, type ProcedureWords } from './procedure-words.js';

/** The words of the catalogue are those of an opinion. */
const GENERAL = 'opinion';

/** What tells whose words are meant: a dossier, or as much of it as a list knows. */
interface Spoken {
  procedureId: string;
  receivedOn?: string | null;
  law?: Governed['law'];
}

/** The words in which the procedure of a dossier speaks, by the law that governs it; without a day, by that of today. */
export function useProcedureWords({ procedureId, receivedOn = null, law }: Spoken): ProcedureWords {
  const { t, i18n } = useTranslation(['words', 'dossier', 'desk']);
  const own = procedureId !== GENERAL;
  const governed = { procedureId: procedureId as ProcedureId, receivedOn, law };
  const query = useQuery({ ...procedureQuery(governed), enabled: own });
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const known: Labels =
    query.data && new Map(query.data.states.map(({ status, label }) => [status, label[language]]));
  return procedureWords(own && !query.isError ? known : null, {
    status: (status) => t(`words:status.${status}`),
    command: (command) => t(`words:command.${command}`),
    outcome: (outcome) => t(`dossier:outcome.${outcome}`),
    ground: (ground) => t(`desk:ground.${ground}`),
  });
}
