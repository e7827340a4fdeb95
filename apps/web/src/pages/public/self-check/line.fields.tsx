import { Button, Fieldset, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChoiceCell, TextAreaCell, TextCell, useItemChoices } from './cell.fields.js';
import { type LineField, type LineRow } from './self-check.form.js';

interface Props {
  line: LineRow;
  number: number;
  faultOf: (field: LineField) => string | undefined;
  onChange: (field: LineField, text: string) => void;
  onRemove: () => void;
}

/** One production line. What is asked of used or running lines stands apart, since a new one needs none of it. */
export function LineFields({ line, number, faultOf, onChange, onRemove }: Props) {
  const { t } = useTranslation('public');
  const choices = useItemChoices();
  const bind = (field: LineField) => ({
    ...{ row: line.id, field, value: line[field], label: t(`selfCheck.fields.${field}`), labelShown: true },
    error: faultOf(field),
    onChange: (text: string) => onChange(field, text),
  });
  return (
    <Fieldset legend={t('selfCheck.line', { number })}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 3 }} style={{ alignItems: 'start' }}>
          <TextCell {...bind('technologyName')} description={t('selfCheck.technologyText')} />
          <ChoiceCell {...bind('condition')} choices={choices.condition} />
          <ChoiceCell {...bind('acquisition')} choices={choices.acquisition} />
        </SimpleGrid>
        {line.condition !== 'new' && (
          <Stack gap="sm">
            <Text fw={500} size="sm">
              {t('selfCheck.operation')}
            </Text>
            <SimpleGrid cols={{ base: 1, sm: 3 }} style={{ alignItems: 'end' }}>
              <TextCell {...bind('actualCapacityPct')} />
              <TextCell {...bind('efficiencyPct')} />
              <TextCell {...bind('consumptionOverDesignPct')} />
            </SimpleGrid>
            <SimpleGrid cols={{ base: 1, sm: 2 }} style={{ alignItems: 'start' }}>
              <TextAreaCell {...bind('standards')} description={t('selfCheck.standardsText')} />
              <TextAreaCell {...bind('oecdSites')} description={t('selfCheck.oecdText')} />
            </SimpleGrid>
          </Stack>
        )}
        <Group justify="flex-end">
          <Button variant="subtle" size="compact-sm" color="gray" c="dimmed" onClick={onRemove}>
            {t('selfCheck.removeLine', { number })}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
