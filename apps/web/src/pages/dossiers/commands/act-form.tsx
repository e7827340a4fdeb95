import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SubmitProblem } from '../../../ui/submit-problem.js';
import { type TriedAct } from './use-act.js';

interface Props<Content, Result> {
  act: TriedAct<Content, Result>;
  content: Content;
  /** What the act is called on its button. */
  name: string;
  /** What it would do, in words, from the answer of the try. */
  saying: (result: Result) => string;
  ready?: boolean;
  onClose?: () => void;
  children?: ReactNode;
}

/** The form of an act: its fields, then what it would do, then the deed. */
export function ActForm<Content, Result>(props: Props<Content, Result>) {
  const { act, content, name, saying, ready = true, onClose, children } = props;
  const { t } = useTranslation('review');
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
        {error !== null && <SubmitProblem error={error} />}
        {seen === null ? (
          <Group>
            <Button type="submit" variant="default" loading={previewing.isPending} disabled={!ready}>
              {name}
            </Button>
            {onClose && (
              <Button variant="subtle" onClick={onClose}>
                {t('act.close')}
              </Button>
            )}
          </Group>
        ) : (
          <Paper withBorder p="sm" role="region" aria-label={t('act.ifDone')}>
            <Stack gap="xs">
              <Text size="sm" role="status">
                {seen}
              </Text>
              <Group>
                <Button loading={acting.isPending} onClick={() => acting.mutate(content)}>
                  {`${t('act.confirm')}: ${name}`}
                </Button>
                <Button variant="default" onClick={() => previewing.reset()}>
                  {t('act.change')}
                </Button>
              </Group>
            </Stack>
          </Paper>
        )}
      </Stack>
    </form>
  );
}
