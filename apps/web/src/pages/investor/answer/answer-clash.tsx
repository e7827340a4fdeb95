import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/notice.js';
import { type AnswerClash } from './kept-answers.js';

interface Props {
  clash: AnswerClash;
  onChoose: (side: 'mine' | 'theirs') => void;
}

/** The same answer was written elsewhere, too: both versions, and nothing is saved before the choice. */
export function AnswerClashNotice({ clash: { theirs }, onChoose }: Props) {
  const { t } = useTranslation('answer');
  return (
    <Notice tone="amber" role="alertdialog" title={t('clash.title')}>
      <Text size="sm">{t('clash.text')}</Text>
      <Text size="sm" my="xs" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {theirs === '' ? t('clash.none') : `“${theirs}”`}
      </Text>
      <Group gap="sm">
        <Button size="sm" variant="default" onClick={() => onChoose('mine')}>
          {t('clash.mine')}
        </Button>
        <Button size="sm" variant="default" onClick={() => onChoose('theirs')}>
          {t('clash.theirs')}
        </Button>
      </Group>
    </Notice>
  );
}
