import { Button, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice.js';
import { clashesOf, type ProjectDraft, type ProjectField, valueOf } from './project-draft.js';
import { useProjectValue } from './use-project-value.js';

interface Props {
  base: ProjectDraft;
  mine: ProjectDraft;
  theirs: ProjectDraft;
  /** With the fields in which what stands there is to stay. */
  onSettle: (givenUp: ProjectField[]) => void;
}

/** Somebody changed the project meanwhile: both versions of what both changed, and a choice for each. */
export function EditConflict({ base, mine, theirs, onSettle }: Props) {
  const { t } = useTranslation('register');
  const [choices, setChoices] = useState<Partial<Record<ProjectField, string>>>({});
  const clashes = clashesOf(base, mine, theirs);
  const undecided = clashes.some((field) => choices[field] === undefined);
  return (
    <Notice tone="amber" role="alertdialog" title={t('conflict.title')}>
      <Stack>
        <Text size="sm">{clashes.length === 0 ? t('conflict.apart') : t('conflict.text')}</Text>
        {clashes.map((field) => (
          <FieldChoice
            key={field}
            field={field}
            mine={mine[field]}
            theirs={theirs[field]}
            value={choices[field] ?? null}
            onChoose={(choice) => setChoices({ ...choices, [field]: choice })}
          />
        ))}
        <div>
          <Button
            disabled={undecided}
            onClick={() => onSettle(clashes.filter((field) => choices[field] === 'theirs'))}
          >
            {t('conflict.goOn')}
          </Button>
        </div>
      </Stack>
    </Notice>
  );
}

interface ChoiceProps {
  field: ProjectField;
  mine: string;
  theirs: string;
  value: string | null;
  onChoose: (choice: string) => void;
}

function FieldChoice({ field, mine, theirs, value, onChoose }: ChoiceProps) {
  const { t } = useTranslation('register');
  const words = useProjectValue();
  const written = (text: string) => words(field, valueOf(field, text)) ?? t('conflict.none');
  return (
    <Radio.Group label={t(`fields.${field}`)} value={value} onChange={onChoose}>
      <Stack gap={6} mt={6}>
        <Radio value="mine" label={`${t('conflict.mine')}: ${written(mine)}`} />
        <Radio value="theirs" label={`${t('conflict.theirs')}: ${written(theirs)}`} />
      </Stack>
    </Radio.Group>
  );
}
