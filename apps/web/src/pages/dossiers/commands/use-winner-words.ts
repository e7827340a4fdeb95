import { useTranslation } from 'react-i18next';
import { type CommandName } from '#contracts';
import { formatInstant } from '../../../format/format.js';
import { useProcedureWords } from '../../../ui/use-procedure-words.js';
import { type Winner } from './winner.js';

/** Says of a change who made it, what it was in the words of the dossier's procedure, and when, for the sentence of a page. */
export function useWinnerWords(of: Parameters<typeof useProcedureWords>[0]) {
  const { t } = useTranslation(['dossier', 'words']);
  const words = useProcedureWords(of);
  return ({ who, command, at }: Winner) => ({
    who: t(`words:role.${who as 'clerk'}`, { defaultValue: who }),
    what: command === null ? t('dossier:steps.changedContent') : words.command(command as CommandName),
    at: formatInstant(at),
  });
}
