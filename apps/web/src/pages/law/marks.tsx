import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ScreeningMode, VERIFICATIONS } from '#contracts';
import { formatDate } from '../../format/format.js';
import { useBasisWords } from '../../ui/basis-words.js';
import { Tag } from '../../ui/status-tag.js';
import { VerificationMark } from '../../ui/verification-mark.js';
import { type Effect } from './effect.js';

/** What each mark says of a text of law, and what that means for a refusal. */
export function Marks() {
  const { t } = useTranslation('law');
  return (
    <List size="sm" spacing="xs" listStyleType="none">
      {VERIFICATIONS.map((verification) => (
        <List.Item key={verification}>
          <VerificationMark verification={verification} /> {t(`marks.${verification}`)}
        </List.Item>
      ))}
    </List>
  );
}

/** From when to when something is in force, both days included. */
export function Validity({ validFrom, validTo }: { validFrom: string; validTo: string | null }) {
  const { t } = useTranslation('law');
  const from = formatDate(validFrom);
  return (
    <Text size="sm" c="dimmed">
      {validTo === null ? t('valid.open', { from }) : t('valid.until', { from, to: formatDate(validTo) })}
    </Text>
  );
}

/** Where something stands in the law, and how sure that is. */
export function Standing({
  basis,
  verification,
  validity,
}: {
  basis: string;
  verification: Parameters<typeof VerificationMark>[0]['verification'];
  validity?: Parameters<typeof Validity>[0];
}) {
  return (
    <>
      <Text size="sm" mb={4} lang="vi">
        {useBasisWords()(basis)}
      </Text>
      <VerificationMark verification={verification} />
      {validity && <Validity {...validity} />}
    </>
  );
}

/** What something of the law may do to a dossier: refuse it, or be looked at. */
export function EffectTag({ effect, mode }: { effect: Effect; mode: ScreeningMode }) {
  const { t } = useTranslation('law');
  return (
    <>
      <Tag tone={effect === 'decides' ? 'blue' : 'grey'}>{t(`effect.${effect}`)}</Tag>
      {effect === 'decides' && mode === 'demonstration' && (
        <Text size="xs" c="dimmed">
          {t('effect.demonstration')}
        </Text>
      )}
    </>
  );
}
