import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../ui/status-tag.js';
import { Basis } from '../../ui/basis.js';
import { neededOf, shareWords } from './council-counts.js';
import { type Session } from './council.types.js';

/** The quorum as a sentence with its numbers, so that everybody can count again; `withBasis`: and by which rule. */
export function QuorumSentence({
  session: { quorum, mode },
  withBasis = false,
}: {
  session: Session;
  withBasis?: boolean;
}) {
  const { t } = useTranslation('council');
  const { numerator, denominator, needed, reached, basis, verification, analogy } = quorum;
  return (
    <div>
      <Text component="div">
        {t(`quorum.${mode}`, {
          there: numerator,
          all: denominator,
          share: shareWords(needed),
          needed: neededOf(needed, denominator),
        })}
        . <Tag tone={reached ? 'green' : 'amber'}>{t(reached ? 'quorum.reached' : 'quorum.notReached')}</Tag>
      </Text>
      {withBasis && (
        <Text size="sm" c="dimmed" component="div">
          <Basis basis={basis} verification={verification} />
          {analogy && ` ${t('act.analogy')}`}
        </Text>
      )}
    </div>
  );
}
