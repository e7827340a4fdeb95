import { Button, Group, Stack, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldOf } from '../../../ui/fault-pointer.js';
import { SubmitProblem } from '../../../ui/submit-problem.js';
import { Seen } from '../../../ui/tried-dialog.js';
import { type TriedAct } from './use-act.js';

interface Props<Content, Result> {
  act: TriedAct<Content, Result>;
  content: Content;
  /** What the act is called on its button. */
  name: string;
  /** What it would do, in words, from the answer of the try; null where it must be looked at again. */
  saying: (result: Result) => string | null;
  ready?: boolean;
  onClose?: () => void;
  /** The fields of the form, so that a refusal names them. */
  fieldOf?: FieldOf;
  /** What stands beside the button. */
  beside?: ReactNode;
  children?: ReactNode;
}

/** The form of an act: its fields, then what it would do, then the deed. */
export function ActForm<Content, Result>(props: Props<Content, Result>) {
  const { act, content, name, saying, ready = true, onClose, fieldOf, beside, children } = props;
  const { t } = useTranslation('app');
  const { previewing, acting } = act;
  const error = acting.error ?? previewing.error;
  const seen = previewing.data === undefined ? null : saying(previewing.data);
  return (
    <form
      className="tg-no-print"
      onSubmit={(event) => {
        event.preventDefault();
        previewing.mutate(content);
      }}
      onChange={() => previewing.reset()}
    >
      <Stack gap="sm">
        {children}
        {error !== null && <SubmitProblem error={error} {...(fieldOf && { fieldOf })} />}
        {seen === null ? (
          <Group>
            <Button type="submit" variant="default" loading={previewing.isPending} disabled={!ready}>
              {name}
            </Button>
            {onClose && (
              <Button variant="subtle" onClick={onClose}>
                {t('actions.close')}
              </Button>
            )}
            {beside}
          </Group>
        ) : (
          <Seen>
            <Text size="sm" role="status">
              {seen}
            </Text>
            <Group>
              <Button loading={acting.isPending} onClick={() => acting.mutate(content)}>
                {t('tried.confirm', { act: name })}
              </Button>
              <Button variant="default" onClick={() => previewing.reset()}>
                {t('tried.change')}
              </Button>
            </Group>
          </Seen>
        )}
      </Stack>
    </form>
  );
}
