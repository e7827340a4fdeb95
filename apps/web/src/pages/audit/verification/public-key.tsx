import { Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../../ui/status-tag.js';
import classes from '../entry-list.module.css';
import { publicKeyQuery } from '../audit.query.js';
import { keyIdOf } from './key-ring.js';

/** The identifier of the key, computed here, to be compared with one that came on another way. */
export function PublicKey() {
  const { t } = useTranslation('audit');
  const pem = useQuery(publicKeyQuery).data?.pem;
  const keyId = useQuery({
    queryKey: ['audit', 'keyId', pem],
    enabled: pem !== undefined,
    queryFn: () => keyIdOf(pem ?? ''),
  }).data;
  const [known, setKnown] = useState('');
  if (keyId === undefined) return null;
  const given = known.replaceAll(/[\s:]/g, '').toLowerCase();
  return (
    <details className={classes.fold}>
      <summary>{t('key.title')}</summary>
      <Text size="sm" my="xs">
        {t('key.text')}
      </Text>
      <Text size="sm">
        {t('key.label')}: <span className={classes.hash}>{keyId}</span>
      </Text>
      <TextInput
        mt="xs"
        maw={640}
        label={t('key.known')}
        value={known}
        onChange={({ currentTarget }) => setKnown(currentTarget.value)}
      />
      <Text size="sm" mt={4} role="status" component="div">
        {given !== '' &&
          (given === keyId ? (
            <Tag tone="green">{t('key.same')}</Tag>
          ) : (
            <Tag tone="red">{t('key.differs')}</Tag>
          ))}
      </Text>
    </details>
  );
}
