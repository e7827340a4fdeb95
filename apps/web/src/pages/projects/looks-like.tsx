import { Checkbox, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AlikeList } from './alike-list.js';
import { Notice } from '../../ui/notice.js';
import { type Duplicate } from './projects.query.js';

interface LooksLikeProps {
  like: readonly Duplicate[];
  isAnother: boolean;
  onAnother: (isAnother: boolean) => void;
}

/** The projects that a new one looks like, to compare; entering it all the same is a decision of the person. */
export function LooksLike({ like, isAnother, onAnother }: LooksLikeProps) {
  const { t } = useTranslation('register');
  return (
    <Notice tone="amber" role="alert" title={t('form.looksLike')}>
      <Stack gap="xs">
        <Text size="sm">{t('form.looksLikeText')}</Text>
        <AlikeList like={like} />
        <Checkbox
          label={t('form.isAnother')}
          checked={isAnother}
          onChange={({ currentTarget }) => onAnother(currentTarget.checked)}
        />
      </Stack>
    </Notice>
  );
}
