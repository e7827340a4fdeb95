import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useMemo, useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useInstallation } from '../../../api/installation.query.js';
import { problemOfError } from '../../../api/problem.js';
import { MOST_MACHINES } from '#contracts';
import { formatNumber, todayHere } from '../../../format/format.js';
import { pageOf } from '../../../ui/page-of.js';
import { Page } from '../../../ui/page.js';
import { PagedRows } from '../../../ui/paged-rows.js';
import { SubmitProblem } from '../../../ui/submit-problem.js';
import { cellField } from './cell-field.js';
import { CellFaultSummary, FAULT_SUMMARY } from './cell-fault-summary.js';
import { type CellFault, cellOfPointer, type Change, partsOfCell, readForm } from './facts-of-form.js';
import { LineFields } from './line.fields.js';
import { type MachineActs, MachinesTable, PasteNotice } from './machines.table.js';
import { type PastedRows } from './pasted-table.js';
import { PreviewResult, RESULT } from './preview-result.js';
import { type Asked, usePreview } from './preview.query.js';
import { ProjectFields } from './project.fields.js';
import { blankForm, type LineField, type SelfCheckForm } from './self-check.form.js';
import { nextState, type SelfCheckAct, type SelfCheckState, startOf } from './self-check.state.js';

/**
 * What was entered, while this tab is open: another page and the way back lose nothing, nothing is stored, and it is
 * forgotten with all answers when somebody signs out.
 */
const ENTERED = ['self-check-entered'];
const focusSoon = (id: string) => setTimeout(() => document.getElementById(id)?.focus(), 0);

function useChecking() {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [faults, setFaults] = useState<CellFault[] | 'nothing'>([]);
  const preview = usePreview(asked);
  const check = (form: SelfCheckForm) => {
    const read = readForm(form);
    const isEmpty = read.sent.lines.length + read.sent.equipment.length === 0;
    setFaults(isEmpty ? 'nothing' : read.faults);
    if (isEmpty || read.faults.length > 0) focusSoon(FAULT_SUMMARY);
    else setAsked((before) => ({ number: (before?.number ?? 0) + 1, form, read }));
  };
  const answeredNumber = preview.isPlaceholderData ? undefined : preview.data?.asked.number;
  useEffect(() => {
    if (answeredNumber !== undefined) focusSoon(RESULT);
  }, [answeredNumber]);
  return { asked, faults, preview, check };
}

/** Faults by the id of their input: those that this page found, and those that the API found. */
function useFaultTexts(faults: CellFault[] | 'nothing', asked: Asked | null, error: unknown) {
  const { t } = useTranslation('public');
  return useMemo(() => {
    const own = faults === 'nothing' ? [] : faults;
    const told = error === null || asked === null ? [] : (problemOfError(error).errors ?? []);
    return new Map([
      ...told.flatMap(({ pointer, message }): [string, string][] => {
        const cell = asked && cellOfPointer(pointer, asked.read.sent);
        return cell ? [[cell, message]] : [];
      }),
      ...own.map(({ cell, code }): [string, string] => [cell, t(`selfCheck.fault.${code}`)]),
    ]);
  }, [faults, asked, error, t]);
}

/** How many machines are drawn at once: each has eight inputs, and a pasted list two thousand of them. */
const MACHINES_SHOWN = 25;

/** The page of the machines that is shown, and the way to an input on whatever page its row stands. */
function useMachinePages({ equipment }: SelfCheckForm) {
  const [page, onTurn] = useState(1);
  const toCell = (cell: string) => {
    const { row } = partsOfCell(cell);
    if (equipment.some(({ id }) => id === row)) onTurn(pageOf(equipment, row, MACHINES_SHOWN));
    focusSoon(cell);
  };
  return { page, onTurn, toCell };
}
type MachinePages = Pick<ReturnType<typeof useMachinePages>, 'page' | 'onTurn'>;

export function SelfCheckPage() {
  const { t } = useTranslation('public');
  const today = useInstallation().data?.today ?? todayHere();
  const answers = useQueryClient();
  const [state, dispatch] = useReducer(
    nextState,
    today,
    (day) => answers.getQueryData<SelfCheckState>(ENTERED) ?? startOf(blankForm(day)),
  );
  const { asked, faults, preview, check } = useChecking();
  const faultTexts = useFaultTexts(faults, asked, preview.error);
  const { form, entered } = state;
  const { toCell, ...pages } = useMachinePages(form);
  useEffect(() => {
    answers.setQueryDefaults(ENTERED, { gcTime: Infinity });
    answers.setQueryData(ENTERED, state);
  }, [answers, state]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    check(form);
  };
  const tryChange = (change: Change) => {
    dispatch({ kind: 'try', ...change });
    check(nextState(state, { kind: 'try', ...change }).form);
  };
  const undo = () => {
    dispatch({ kind: 'undo' });
    check(nextState(state, { kind: 'undo' }).form);
  };
  const machine = t('selfCheck.exampleMachine');
  const actions = (
    <>
      <Button variant="default" size="xs" onClick={() => dispatch({ kind: 'example', today, machine })}>
        {t('selfCheck.example')}
      </Button>
      <Button variant="default" size="xs" onClick={() => dispatch({ kind: 'clear', today })}>
        {t('selfCheck.clear')}
      </Button>
    </>
  );
  return (
    <Page
      title={t('selfCheck.title')}
      lead={<Text maw={720}>{t('selfCheck.lead')}</Text>}
      actions={actions}
      wide
    >
      <form noValidate onSubmit={submit}>
        <Stack gap="xl">
          <CellFaultSummary faults={faults} form={form} toCell={toCell} />
          <ProjectFields form={form} onChange={(field, text) => dispatch({ kind: 'project', field, text })} />
          <LineSection form={form} faults={faultTexts} dispatch={dispatch} />
          <MachineSection {...{ form, dispatch, pages }} pasted={state.pasted} faults={faultTexts} />
          {preview.isError && (
            <SubmitProblem
              error={preview.error}
              fieldOf={(pointer) => asked && cellField(cellOfPointer(pointer, asked.read.sent), form, t)}
              toField={toCell}
            />
          )}
          <Group className="tg-no-print">
            <Button type="submit" size="md" loading={preview.isFetching}>
              {t(preview.data ? 'selfCheck.checkAgain' : 'selfCheck.check')}
            </Button>
            <Text size="sm" c="dimmed">
              {t('result.nothingStored')}
            </Text>
          </Group>
        </Stack>
      </form>
      {preview.data && (
        <PreviewResult
          {...preview.data}
          isStale={preview.data.asked.form !== form}
          onTry={tryChange}
          onUndo={entered === null ? undefined : undo}
        />
      )}
    </Page>
  );
}

interface SectionProps {
  form: SelfCheckForm;
  faults: ReadonlyMap<string, string>;
  dispatch: (act: SelfCheckAct) => void;
}

type MachineProps = SectionProps & { pasted: PastedRows; pages: MachinePages };
function MachineSection({ form, faults, dispatch, pasted, pages }: MachineProps) {
  const { t } = useTranslation('public');
  const isFull = form.equipment.length >= MOST_MACHINES;
  const add = () => {
    dispatch({ kind: 'add', section: 'equipment' });
    pages.onTurn(Math.ceil((form.equipment.length + 1) / MACHINES_SHOWN));
  };
  const acts = useMemo<MachineActs>(
    () => ({
      change: (id, field, text) => dispatch({ kind: 'cell', section: 'equipment', id, field, text }),
      remove: (id) => dispatch({ kind: 'remove', section: 'equipment', id }),
      pasteTable: (id, field, text) => dispatch({ kind: 'paste', id, field, text }),
    }),
    [dispatch],
  );
  return (
    <Stack gap="sm">
      <Title order={2}>{t('selfCheck.machines')}</Title>
      <Text c="dimmed" size="sm" maw={720}>
        {t('selfCheck.machinesText')}
      </Text>
      <PagedRows rows={form.equipment} size={MACHINES_SHOWN} turned={pages}>
        {(machines, first) => <MachinesTable lines={form.lines} {...{ machines, first, faults, acts }} />}
      </PagedRows>
      <PasteNotice {...pasted} />
      <Group>
        <Button variant="default" disabled={isFull} onClick={add}>
          {t('selfCheck.addMachine')}
        </Button>
        {isFull && <Text size="sm">{t('selfCheck.full', { most: formatNumber(MOST_MACHINES) })}</Text>}
      </Group>
    </Stack>
  );
}

function LineSection({ form, faults, dispatch }: SectionProps) {
  const { t } = useTranslation('public');
  const change = (id: string) => (field: LineField, text: string) =>
    dispatch({ kind: 'cell', section: 'lines', id, field, text });
  return (
    <Stack gap="sm">
      <Title order={2}>{t('selfCheck.lines')}</Title>
      <Text c="dimmed" size="sm">
        {t('selfCheck.linesText')}
      </Text>
      {form.lines.map((line, index) => (
        <LineFields
          key={line.id}
          line={line}
          number={index + 1}
          faultOf={(field) => faults.get(`check-${line.id}-${field}`)}
          onChange={change(line.id)}
          onRemove={() => dispatch({ kind: 'remove', section: 'lines', id: line.id })}
        />
      ))}
      <div>
        <Button variant="default" onClick={() => dispatch({ kind: 'add', section: 'lines' })}>
          {t('selfCheck.addLine')}
        </Button>
      </div>
    </Stack>
  );
}
