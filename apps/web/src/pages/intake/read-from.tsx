import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type PdfMark } from '../../ui/pdf/pdf.types.js';
import { type Read } from './letter-proposal.js';

interface Props {
  read: Read | null;
  /** What stands in the field. */
  now: string;
  onShow: (mark: PdfMark) => void;
}

/** Where a value was read, as a way to its place on the page; or that it was not found. */
export function ReadFrom({ read, now, onShow }: Props) {
  const { t } = useTranslation('clerk');
  if (read === null)
    return (
      <Text size="xs" span>
        {t(now.trim() === '' ? 'intake.unknown' : 'intake.typed')}
      </Text>
    );
  return (
    <Anchor component="button" type="button" size="xs" onClick={() => onShow({ ...read.mark })}>
      {t('intake.readFrom', { page: read.mark.page, value: read.value })}
    </Anchor>
  );
}
