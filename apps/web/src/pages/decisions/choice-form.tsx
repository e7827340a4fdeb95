import { Stack, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type CommandName } from '#contracts';
import { useInstallation } from '../../api/installation.query.js';
import { todayHere } from '../../format/format.js';
import { COMMAND_FIELDS, type CommandValues } from '../dossiers/commands/command-fields.js';
import { CommandForm } from '../dossiers/commands/command-form.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { placeOf } from './choices.js';
import classes from './decide.module.css';

interface Props {
  dossier: DossierView;
  command: CommandName;
  values: CommandValues;
  onChange: (values: CommandValues) => void;
  /** Beside what may be said. */
  aside: ReactNode;
}

/** The fields of a choice: what has to be said stands there, what may be said is one key away. */
export function ChoiceForm({ dossier, command, values, onChange, aside }: Props) {
  const { t } = useTranslation('decisions');
  const today = useInstallation().data?.today ?? todayHere();
  const { dueOn = null, round = 1 } = dossier;
  const overdue = dueOn !== null && dueOn !== undefined && dueOn < today;
  const at = (place: ReturnType<typeof placeOf>) =>
    COMMAND_FIELDS[command].filter((field) => placeOf(field, { overdue, round }) === place);
  const common = { dossier, command, values, onChange, gaps: [] };
  const [first, more] = [at('at_once'), at('more')];
  return (
    <Stack gap="xs" className={classes.fields}>
      {first.length > 0 && <CommandForm {...common} fields={first} />}
      <div className={classes.extras}>
        {more.length > 0 && (
          <details>
            <Text component="summary" size="sm" py={2}>
              {t('choice.more')}
            </Text>
            <CommandForm {...common} fields={more} />
          </details>
        )}
        <div>{aside}</div>
      </div>
    </Stack>
  );
}
