import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Verification } from '#contracts';
import { useBasisWords } from './basis-words.js';
import { Tag } from './status-tag.js';

/** An article with how sure its wording is. */
export function Basis({ basis, verification }: { basis: string; verification?: Verification }) {
  const { t } = useTranslation('words');
  return (
    <Text size="sm" c="dimmed" component="span">
      {useBasisWords()(basis)}{' '}
      {verification && (
        <Tag tone={verification === 'text_read' ? 'green' : verification === 'secondary' ? 'blue' : 'amber'}>
          {t(`verification.${verification}`)}
        </Tag>
      )}
    </Text>
  );
}
