import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { type CommandName } from '#contracts';
import { type Schema } from '../../../api/schema-names.js';
import { lazily } from '../../../ui/lazily.js';
import { LoadingState, Unanswered } from '../../../ui/states.js';
import { useProcedureWords } from '../../../ui/use-procedure-words.js';
import { isAnsweredThere } from '../../investor/answer/answered-here.js';
import { mayEdit } from '../../investor/edit/authorship.js';
import { actionAddress, type OwnActions, ownActions } from './action-doors.js';
import { commandsQuery } from '../dossier.query.js';
import { type DossierView } from '../dossier.types.js';
import { FactsEntry } from './facts-entry.js';
import { useListOf } from '../worklist/list-links.js';
import { useEnteredValues } from './kept-values.js';

const NotNow = lazily(async () => (await import('./not-now.js')).NotNow);
export const CommandDialog = lazily(async () => (await import('./command-dialog.js')).CommandDialog);
/** Commands of the clock itself: nobody is told that they may not give them. */
const QUIET: readonly string[] = ['deadline_passed'];

/** What may be done with the dossier now, the one thing that it waits for first, and why not the rest. `side` is open. */
export function NextSteps({ dossier, side }: { dossier: DossierView; side: string }) {
  const { t } = useTranslation('dossier');
  const words = useProcedureWords(dossier);
  const query = useQuery(commandsQuery(dossier.id));
  const [chosen, setChosen] = useState<CommandName | null>(null);
  const { enteredFor, enter } = useEnteredValues(dossier.id);
  const awaited = ownActions(dossier.actions, side);
  useAskedStep(query.data?.items, setChosen);
  if (query.data === undefined) return <Unanswered query={query} rows={2} />;
  const { items } = query.data;
  const owner = dossier.relations.includes('owner');
  // An owner, or the clerk who acts for one, is led to the page of answers by `OwnerSteps`.
  const permitted = items.filter((one) => one.permitted && !isAnsweredThere(one.command, dossier));
  // Whoever edits it submits where the answers are looked at, and where what could not be saved is told.
  const submits = mayEdit(dossier) && permitted.some(({ command }) => command === 'submit');
  const commands = permitted.filter(({ command }) => !(submits && command === 'submit'));
  // Why the steps of the authority cannot be taken is nothing to an owner.
  const own = dossier.status === 'draft' ? 'submit' : 'withdraw';
  const others = items.filter(
    ({ permitted, command }) => !permitted && (owner ? command === own : !QUIET.includes(command)),
  );
  return (
    <Paper withBorder p="md" component="section" aria-label={t('steps.title')} className="tg-no-print">
      <Stack gap="sm">
        <Title order={2} size="h3">
          {t('steps.title')}
        </Title>
        {permitted.length === 0 && !awaited.any && <Text size="sm">{t('steps.none')}</Text>}
        <Group gap="xs">
          <AwaitedPages dossier={dossier} pages={awaited.pages} isFirst={awaited.command === null} />
          <FactsEntry dossier={dossier} />
          {submits && (
            <Button component={Link} href={`/dossiers/${dossier.id}/edit?task=check`} variant="default">
              {words.command('submit')}
            </Button>
          )}
          {commands.map(({ command }) => (
            <Button
              key={command}
              variant={command === awaited.command ? 'filled' : 'default'}
              onClick={() => setChosen(command as CommandName)}
            >
              {words.command(command as CommandName)}
            </Button>
          ))}
        </Group>
        {others.length > 0 && (
          <Suspense fallback={<LoadingState rows={1} />}>
            <NotNow dossier={dossier} items={others} />
          </Suspense>
        )}
      </Stack>
      {chosen !== null && (
        <Suspense fallback={null}>
          <CommandDialog
            dossier={dossier}
            command={chosen}
            entered={enteredFor(chosen)}
            onEnter={(values) => enter(chosen, values)}
            onClose={(done) => {
              if (done) enter(chosen, null);
              setChosen(null);
            }}
          />
        </Suspense>
      )}
    </Paper>
  );
}

/** What waits for the reader and is done elsewhere; what is done on the side that is open says so. */
function AwaitedPages({
  dossier,
  pages,
  isFirst,
}: {
  dossier: DossierView;
  pages: OwnActions['pages'];
  isFirst: boolean;
}) {
  const { t } = useTranslation(['dossier', 'desk']);
  const list = useListOf();
  return pages.map(({ code, isHere }, index) =>
    isHere ? (
      <Text key={code} size="sm" fw={500} w="100%">
        {t('dossier:steps.here', { action: t(`desk:action.${code}`) })}
      </Text>
    ) : (
      <Button
        key={code}
        component={Link}
        href={actionAddress(dossier.id, code, list)}
        variant={isFirst && index === 0 ? 'filled' : 'default'}
      >
        {t(`desk:action.${code}`)}
      </Button>
    ),
  );
}

/** Opens the step that the address asks for (`?step=`), once, where it is permitted; the address forgets it then. */
function useAskedStep(
  items: readonly Schema<'CommandOptionDto'>[] | undefined,
  open: (command: CommandName) => void,
): void {
  const [params, setParams] = useSearchParams();
  const wanted = params.get('step');
  const asked = items?.find(({ command, permitted }) => permitted && command === wanted)?.command;
  useEffect(() => {
    if (asked === undefined) return;
    open(asked as CommandName);
    const rest = (before: URLSearchParams) => {
      before.delete('step');
      return before;
    };
    setParams(rest, { replace: true });
  }, [asked, open, setParams]);
}
