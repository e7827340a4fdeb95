import { Anchor, List, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatNumber } from '../../../format/format.js';
import { nameOfRow, type Row, textOf } from '../draft/draft.types.js';
import { type FieldName } from '../fields/field.types.js';
import { useValueText } from '../fields/use-value-text.js';
import { PagedRows } from '../../../ui/paged-rows.js';
import { type Task } from './tasks.js';

/** The name of a task over what was entered in it, with the way back to change it. */
export function AnswersHead({ task }: { task: Task }) {
  const { t } = useTranslation('investor');
  const title = t(`tasks.${task}`);
  return (
    <Title order={2} size="h3">
      {title}{' '}
      <Anchor
        component={Link}
        href={`?task=${task}`}
        size="sm"
        aria-label={t('check.changeNamed', { task: title })}
      >
        {t('check.change')}
      </Anchor>
    </Title>
  );
}

const PAGE = 10;
interface Props {
  task: Task;
  rows: Row[];
  /** Facts that are shown below the name of a row, where they were given. */
  fields: readonly FieldName[];
}

/** Every row with what was entered of it, page by page. */
export function ListedAnswers({ task, rows, fields }: Props) {
  const { t } = useTranslation('investor');
  return (
    <section>
      <AnswersHead task={task} />
      <Text size="sm" mt="xs">
        {rows.length === 0
          ? t('check.none')
          : t('check.rows', { count: rows.length, shown: formatNumber(rows.length) })}
      </Text>
      <PagedRows rows={rows} size={PAGE}>
        {(page, first) => (
          <List size="sm" spacing={4}>
            {page.map((row, index) => (
              <List.Item key={textOf(row['id'])} style={{ overflowWrap: 'anywhere' }}>
                {nameOfRow(row, `#${first + index + 1}`)}
                <GivenFacts row={row} fields={fields} />
              </List.Item>
            ))}
          </List>
        )}
      </PagedRows>
    </section>
  );
}

/** The facts of a row that were given, by name. */
export function GivenFacts({ row, fields }: Pick<Props, 'fields'> & { row: Row }) {
  const { t } = useTranslation('investor');
  const valueText = useValueText();
  return fields
    .filter((field) => row[field] !== undefined)
    .map((field) => (
      <Text size="sm" c="dimmed" key={field}>
        {t(`fields.${field}`)}: {valueText(field, row[field])}
      </Text>
    ));
}
