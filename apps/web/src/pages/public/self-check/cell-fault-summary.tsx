import { Alert, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { APART, FieldLink } from '../../../ui/field-link.js';
import { PagedRows } from '../../../ui/paged-rows.js';
import { cellField } from './cell-field.js';
import { type CellFault } from './facts-of-form.js';
import { type SelfCheckForm } from './self-check.form.js';
import classes from '../../../ui/problem-alert.module.css';

export const FAULT_SUMMARY = 'check-faults';

interface Props {
  faults: CellFault[] | 'nothing';
  form: SelfCheckForm;
  /** Leads to the input with this id, on whatever page its row stands. */
  toCell: (cell: string) => void;
}
const AT_ONCE = 50;

/** What cannot be read yet, each a link to its cell; it takes the focus when a check could not begin. */
export function CellFaultSummary({ faults, form, toCell }: Props) {
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
        <PagedRows rows={faults} size={AT_ONCE}>
          {(shown) => (
            <List size="sm" spacing={APART}>
              {shown.map((fault) => (
                <List.Item key={fault.cell}>
                  <FaultLink {...{ fault, form, toCell }} />
                </List.Item>
              ))}
            </List>
          )}
        </PagedRows>
      )}
    </Alert>
  );
}

type LinkProps = Omit<Props, 'faults'> & { fault: CellFault };
function FaultLink({ fault: { cell, code }, form, toCell }: LinkProps) {
  const { t } = useTranslation('public');
  const label = cellField(cell, form, t)?.label ?? '';
  return <FieldLink id={cell} toField={toCell}>{`${label}: ${t(`selfCheck.fault.${code}`)}`}</FieldLink>;
}
