import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ScreeningMode } from '#contracts';
import { ListTable } from '../../ui/list-table.js';
import { useSaid } from '../../ui/said.js';
import { ruleEffect } from './effect.js';
import { type Law } from './law.query.js';
import { EffectTag, Standing } from './marks.js';

/** What a dossier is judged by, and whether a refusal may rest on it. */
export function RuleTable({ rules, mode }: { rules: Law['rules']; mode: ScreeningMode }) {
  const { t } = useTranslation('law');
  const said = useSaid();
  if (rules.length === 0) return <Text size="sm">{t('rules.none')}</Text>;
  const columns = (['rule', 'effect', 'basis'] as const).map((one) => t(`rules.${one}`));
  return (
    <ListTable label={t('rules.title')} columns={columns} minWidth={760}>
      {rules.map((rule) => (
        <Table.Tr key={`${rule.packId} ${rule.id}`} style={{ verticalAlign: 'top' }}>
          <Table.Td maw={420}>
            {said(rule.name)}{' '}
            <Text span size="xs" c="dimmed">
              {rule.id}
            </Text>
            {rule.model === null && (
              <Text size="sm" c="dimmed">
                {t('rules.noModel')}
              </Text>
            )}
          </Table.Td>
          <Table.Td>
            <EffectTag effect={ruleEffect(rule, mode)} mode={mode} />
            {rule.curable === 'by_condition' && (
              <Text size="sm" c="dimmed">
                {t('rules.curable')}
              </Text>
            )}
          </Table.Td>
          <Table.Td maw={280}>
            <Standing {...rule} validity={rule} />
          </Table.Td>
        </Table.Tr>
      ))}
    </ListTable>
  );
}
