import { Alert, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CellFault } from './facts-of-form.js';
import { APART, FieldLink } from '../../../ui/field-link.js';
import { cellField } from './cell-field.js';
import { type SelfCheckForm } from './self-check.form.js';
import classes from '../../../ui/problem-alert.module.css';

export const FAULT_SUMMARY = 'check-faults';

interface Props {
  faults: CellFault[] | 'nothing';
  form: SelfCheckForm;
}

/** What cannot be read yet, each a link to its cell; it takes the focus when a check could not begin. */
export function CellFaultSummary({ faults, form }: Props) {
  const { t } = useTranslation('public');
  if (faults.length === 0) return null;
  return (
    <Alert
      id={FAULT_SUMMARY}
      tabIndex={-1}
      role="alert"
      color="red"
      variant="outline"
      title={t(faults === 'nothing' ? 'selfCheck.nothing' : 'selfCheck.faults')}
      classNames={{ root: classes.root }}
    >
      {faults !== 'nothing' && (
        <List size="sm" spacing={APART}>
          {faults.map((fault) => (
            <List.Item key={fault.cell}>
              <FaultLink fault={fault} form={form} />
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}

function FaultLink({ fault: { cell, code }, form }: { fault: CellFault; form: SelfCheckForm }) {
  const { t } = useTranslation('public');
  const label = cellField(cell, form, t)?.label ?? '';
  return <FieldLink id={cell}>{`${label}: ${t(`selfCheck.fault.${code}`)}`}</FieldLink>;
}
