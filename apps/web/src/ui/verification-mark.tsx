import { useTranslation } from 'react-i18next';
import { type Verification } from '#contracts';
import { Tag } from './status-tag.js';

const TONES = { text_read: 'green', secondary: 'blue', inference: 'amber', memory: 'red' } as const;

/** How far the article beside it has been checked against the text of the instrument. */
export function VerificationMark({ verification }: { verification: Verification }) {
  const { t } = useTranslation('words');
  return <Tag tone={TONES[verification]}>{t(`verification.${verification}`)}</Tag>;
}
