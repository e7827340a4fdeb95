import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { visibleLine } from '#contracts';
import { useOnce } from '../../../api/use-once.js';
import { HOUSE } from '../../../session/role-groups.js';
import { hasRole, usePerson } from '../../../session/session.provider.js';
import { Dialog } from '../../../ui/dialog.js';
import { fieldsNamed } from '../../../ui/fault-pointer.js';
import { SubmitProblem } from '../../../ui/submit-problem.js';
import { offerUndo } from '../../../ui/undo-notice.js';
import { keptColumns, queryOf } from './view-search.js';
import { changeView, keepView, removeView, type View, type ViewDraft } from './views.query.js';
import { type Column } from './worklist-columns.js';
import { type WorklistFilter } from './worklist-filter.js';

const UNDO_MS = 10_000;
const NAME_LENGTH = 100;

interface Props {
  filter: WorklistFilter;
  columns: readonly Column[];
  views: readonly View[];
  defaultId: string | null;
  onDefault: (id: string | null) => void;
  onClose: () => void;
}

/** Keeps the list as it stands, and sees to the views that one keeps. */
export function ViewsDialog({ filter, columns, views, defaultId, onDefault, onClose }: Props) {
  const { t } = useTranslation(['desk', 'app']);
  const own = views.filter(({ mine }) => mine);
  return (
    <Dialog onClose={onClose} size="lg" title={t('views.manage')}>
      <Stack gap="lg">
        <NewView filter={filter} columns={columns} />
        {own.length > 0 && (
          <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
            {own.map((view) => (
              <OwnView
                key={view.id}
                view={view}
                isDefault={view.id === defaultId}
                onDefault={(begins) => onDefault(begins ? view.id : null)}
              />
            ))}
          </Stack>
        )}
      </Stack>
    </Dialog>
  );
}

function useViewsChange<Given>(change: (given: Given) => Promise<unknown>) {
  const queries = useQueryClient();
  return useOnce({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: ['views'] }),
  });
}

/** Sharing is for the house: only there somebody else reads the worklist by the same rules. */
const useMayShare = (): boolean => hasRole(usePerson(), ...HOUSE);

function NewView({ filter, columns }: Pick<Props, 'filter' | 'columns'>) {
  const { t } = useTranslation('desk');
  const mayShare = useMayShare();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const field = { id: 'view-name', label: t('views.name') };
  const keeping = useViewsChange((draft: ViewDraft) => keepView(draft));
  const keep = () =>
    keeping.mutate(
      { name: name.trim(), query: queryOf(filter), columns: keptColumns(columns), shared },
      {
        onSuccess: () => {
          setName('');
          setShared(false);
        },
      },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <Stack gap="xs">
        {keeping.isError && <SubmitProblem error={keeping.error} fieldOf={fieldsNamed({ name: field })} />}
        <Group align="flex-end" gap="sm">
          <TextInput
            data-autofocus
            flex="1 1 14rem"
            {...field}
            description={t('views.nameHint')}
            maxLength={NAME_LENGTH}
            value={name}
            onChange={({ currentTarget }) => setName(visibleLine(currentTarget.value))}
          />
          <Button type="submit" loading={keeping.isPending} disabled={name.trim() === ''}>
            {t('views.keep')}
          </Button>
        </Group>
        {mayShare && (
          <Checkbox
            label={t('views.share')}
            checked={shared}
            onChange={({ currentTarget }) => setShared(currentTarget.checked)}
          />
        )}
      </Stack>
    </form>
  );
}

interface OwnProps {
  view: View;
  isDefault: boolean;
  onDefault: (begins: boolean) => void;
}

function OwnView({ view, isDefault, onDefault }: OwnProps) {
  const { t } = useTranslation('desk');
  const mayShare = useMayShare();
  const [name, setName] = useState(view.name);
  const changing = useViewsChange((body: { name?: string; shared?: boolean }) => changeView(view, body));
  const restore = useViewsChange((draft: ViewDraft) => keepView(draft));
  const removing = useViewsChange(() => removeView(view));
  const remove = () =>
    removing.mutate(undefined, {
      onSuccess: () => {
        if (isDefault) onDefault(false);
        const { query, columns, shared, position } = view;
        const again = { name: view.name, query, columns, shared, position };
        offerUndo({
          message: t('views.removed', { name: view.name }),
          undo: t('views.undo'),
          onUndo: () => restore.mutate(again),
          forMs: UNDO_MS,
        });
      },
    });
  const field = { id: `view-name-${view.id}`, label: t('views.name') };
  const error = changing.error ?? removing.error;
  const busy = changing.isPending || removing.isPending;
  return (
    <li>
      <Stack gap={6}>
        {error !== null && <SubmitProblem error={error} fieldOf={fieldsNamed({ name: field })} />}
        <Group align="flex-end" gap="sm">
          <TextInput
            flex="1 1 12rem"
            {...field}
            maxLength={NAME_LENGTH}
            value={name}
            onChange={({ currentTarget }) => setName(visibleLine(currentTarget.value))}
          />
          <Button
            variant="default"
            disabled={name.trim() === '' || name.trim() === view.name || busy}
            onClick={() => changing.mutate({ name: name.trim() })}
          >
            {t('views.rename')}
          </Button>
          <Button
            variant="default"
            aria-label={t('views.removeOne', { name: view.name })}
            disabled={busy}
            onClick={remove}
          >
            {t('views.remove')}
          </Button>
        </Group>
        <Group gap="lg">
          {mayShare && (
            <Checkbox
              label={t('views.share')}
              checked={view.shared}
              disabled={busy}
              onChange={({ currentTarget }) => changing.mutate({ shared: currentTarget.checked })}
            />
          )}
          <Checkbox
            label={t('views.default')}
            checked={isDefault}
            onChange={({ currentTarget }) => onDefault(currentTarget.checked)}
          />
        </Group>
        <Text size="xs" c="dimmed">
          {view.shared ? t('views.sharedHint') : t('views.privateHint')}
        </Text>
      </Stack>
    </li>
  );
}
