import { Button, Group, List, Paper, Stack } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from './act-dialog.js';
import { type FieldOf, fieldsNamed } from './fault-pointer.js';
import { ReasonField } from './reason-field.js';
import { type KeptEntry } from './use-kept-entry.js';

interface Sending<Content, Result> {
  data: Result | undefined;
  variables: Content | undefined;
  error: unknown;
  isPending: boolean;
  mutate: (content: Content) => void;
  reset: () => void;
}
interface Props<Content, Result> {
  title: string;
  lead?: string | undefined;
  /** What the act is called. */
  name: string;
  /** The act and its try, as `useTriedAct` gives them. */
  act: { previewing: Sending<Content, Result>; acting: Sending<Content, Result> };
  content: Content;
  blocked?: boolean;
  /** What the act would do, line by line, from the answer of the try: what changes, new days, who is told. */
  saying: (result: Result) => (string | false | null)[];
  /** What else the act would lead to, such as its letter. */
  showing?: (content: Content) => ReactNode;
  /** The fields of the window, so that a refusal names them. */
  fieldOf?: FieldOf;
  onClose: () => void;
  children?: ReactNode;
}
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** One act in a window of its own, looked at before it is done: what is changed after the look is looked at again. */
export function TriedDialog<Content, Result>(props: Props<Content, Result>) {
  const {
    title,
    lead,
    name,
    act,
    content,
    blocked = false,
    saying,
    showing,
    fieldOf,
    onClose,
    children,
  } = props;
  const { t } = useTranslation('app');
  const { previewing, acting } = act;
  const { data } = previewing;
  const isSeen = data !== undefined && isSame(previewing.variables, content);
  const look = () => {
    acting.reset();
    previewing.mutate(content);
  };
  return (
    <ActDialog
      {...{ title, lead, blocked, onClose }}
      {...(fieldOf && { fieldOf })}
      submit={isSeen ? null : t('tried.look')}
      pending={previewing.isPending}
      error={acting.error ?? previewing.error}
      onSubmit={look}
    >
      {children}
      {isSeen && (
        <Seen>
          <List size="sm">
            {saying(data)
              .filter((line) => typeof line === 'string')
              .map((line) => (
                <List.Item key={line}>{line}</List.Item>
              ))}
          </List>
          {showing?.(content)}
          <Group>
            <Button loading={acting.isPending} onClick={() => acting.mutate(content)}>
              {t('tried.confirm', { act: name })}
            </Button>
          </Group>
        </Seen>
      )}
    </ActDialog>
  );
}

type ReasonProps<Result> = Pick<
  Props<string, Result>,
  'title' | 'lead' | 'name' | 'act' | 'saying' | 'onClose'
> & {
  label?: string;
  rows?: number;
  /** What is written, which outlives the window. */
  entry: KeptEntry<string>;
};

/** An act that needs a reason and nothing else, looked at before it is done. */
export function TriedReasonDialog<Result>({ label, rows = 3, entry, ...act }: ReasonProps<Result>) {
  const { t } = useTranslation('app');
  const reason = entry.value.trim();
  const field = { id: 'reason-of-act', label: label ?? t('reason') };
  return (
    <TriedDialog
      {...act}
      content={reason}
      blocked={reason === ''}
      fieldOf={fieldsNamed({ reason: field, text: field })}
    >
      <ReasonField {...field} rows={rows} data-autofocus value={entry.value} onChange={entry.set} />
    </TriedDialog>
  );
}

/** What an act would do. Takes the focus, so that whoever works without a mouse comes to what was found and from there to the deed. */
export function Seen({ children }: { children: ReactNode }) {
  const { t } = useTranslation('app');
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => part.current?.focus(), []);
  return (
    <Paper ref={part} tabIndex={-1} withBorder p="sm" role="region" aria-label={t('tried.ifDone')}>
      <Stack gap="sm">{children}</Stack>
    </Paper>
  );
}
