import { List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice.js';
import { type Council } from './council.types.js';

/** In what a council differs from what is usual. */
export function Remarks({ remarks }: { remarks: Council['remarks'] }) {
  const { t } = useTranslation('council');
  if (remarks.length === 0) return null;
  return (
    <Notice tone="amber" title={t('card.remarks')}>
      <List size="sm">
        {remarks.map(({ code, found, usual }) => (
          <List.Item key={code}>{t(`remark.${code}`, { found, usual })}</List.Item>
        ))}
      </List>
    </Notice>
  );
}
