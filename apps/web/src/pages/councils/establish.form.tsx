import { Alert, Button, Group, List, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { type CouncilSeat } from '#contracts';
import { newActKey } from '../../api/client.js';
import { type Schema } from '../../api/schema-names.js';
import { useOnce } from '../../api/use-once.js';
import { formatDate } from '../../format/format.js';
import { DateField } from '../../ui/date-field.js';
import { fieldsNamed } from '../../ui/fault-pointer.js';
import { KeptNote, withoutRefusal } from '../../ui/kept-note.js';
import { useKeptEntry } from '../../ui/use-kept-entry.js';
import { SubmitProblem } from '../../ui/submit-problem.js';
import { Section } from '../../ui/section.js';
import { Answer } from '../../ui/states.js';
import { Basis } from '../../ui/basis.js';
import { Card } from '../../ui/card.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { candidatesQuery, establish } from './council.query.js';
import { Remarks } from './remarks.js';
import { SeatTable } from './seat-table.js';
import { stillSeated } from './still-seated.js';
import { useAct } from '../dossiers/commands/use-act.js';

const UNNAMED = { name: '', decidedBasis: '', dueOn: '' };
const NOBODY = { particulars: UNNAMED, seats: {} as Record<string, CouncilSeat> };
interface Props {
  dossier: DossierView;
  establishBy: Schema<'ConsultationFormDto'>['establishBy'];
}

/** A head or a leader chooses people and seats, looks at what is unusual about them, and invites. */
export function EstablishForm({ dossier, establishBy }: Props) {
  const { t } = useTranslation('council');
  const entry = useKeptEntry(`establish.${dossier.id}`, NOBODY);
  const candidates = useQuery(candidatesQuery(dossier.id));
  const { particulars } = entry.value;
  const seats = stillSeated(entry.value.seats, candidates.data);
  const chosen = Object.keys(seats).length;
  const body = {
    ...Object.fromEntries(Object.entries(particulars).filter(([, value]) => value.trim() !== '')),
    members: Object.entries(seats).map(([userId, seat]) => ({ userId, seat })),
  };
  const previewing = useOnce({ mutationFn: () => establish(dossier.id, body, newActKey(), true) });
  const founding = useAct(
    dossier.id,
    (sent: typeof body, key) => establish(dossier.id, sent, key),
    entry.forget,
  );
  const error = founding.error ?? previewing.error;
  const fields = useFields();
  // Beside what was previewed the form is not there to be led to.
  const named = Object.fromEntries(
    Object.entries(fields).map(([name, { label }]) => [name, { label, id: null }]),
  );
  return (
    <Section title={t('found.title')}>
      <Card>
        {establishBy && (
          <Text size="sm">
            {t(establishBy.late ? 'found.late' : 'found.establishBy', { on: formatDate(establishBy.dueOn) })}{' '}
            <Basis basis={establishBy.basis} verification={establishBy.verification} />
          </Text>
        )}
        {previewing.data === undefined ? (
          <>
            <KeptNote entry={withoutRefusal(entry, previewing, founding)} />
            <Particulars
              values={particulars}
              onChange={(values) => entry.set({ particulars: values, seats })}
            />
            <Title order={3}>{t('found.people')}</Title>
            <Text size="sm" c="dimmed">
              {t('found.peopleHint')}
            </Text>
            <Answer query={candidates}>
              {(people) => (
                <SeatTable
                  people={people}
                  seats={seats}
                  onChange={(chosen) => entry.set({ particulars, seats: chosen })}
                />
              )}
            </Answer>
            {error !== null && <SubmitProblem error={error} fieldOf={fieldsNamed(fields)} />}
            <Group>
              <Button
                loading={previewing.isPending}
                disabled={chosen === 0}
                onClick={() => previewing.mutate()}
              >
                {t('found.preview')}
              </Button>
              <Text size="sm" role="status">
                {t('found.seated', { count: chosen })}
              </Text>
            </Group>
          </>
        ) : (
          <Stack>
            <Looked
              members={body.members.map(({ userId, seat }) => ({
                seat,
                name: candidates.data?.find((one) => one.userId === userId)?.name ?? userId,
              }))}
              remarks={previewing.data.remarks}
            />
            {error !== null && <SubmitProblem error={error} fieldOf={fieldsNamed(named)} />}
            <Group>
              <Button loading={founding.isPending} onClick={() => founding.mutate(body)}>
                {t('found.confirm')}
              </Button>
              <Button variant="default" disabled={founding.isPending} onClick={() => previewing.reset()}>
                {t('found.change')}
              </Button>
            </Group>
          </Stack>
        )}
      </Card>
    </Section>
  );
}

interface LookedProps {
  members: readonly { name: string; seat: CouncilSeat }[];
  remarks: ComponentProps<typeof Remarks>['remarks'];
}

/** The council as it would be, what is unusual about it, and what follows. */
function Looked({ members, remarks }: LookedProps) {
  const { t } = useTranslation('council');
  return (
    <>
      <List>
        {members.map(({ name, seat }) => (
          <List.Item key={name}>{`${name} – ${t(`seat.${seat}`)}`}</List.Item>
        ))}
      </List>
      {remarks.length === 0 ? <Text size="sm">{t('found.fine')}</Text> : <Remarks remarks={remarks} />}
      <Alert variant="outline" role="note">
        {t('found.willDo')}
      </Alert>
    </>
  );
}

/** What the fields are called and where they are. */
function useFields() {
  const { t } = useTranslation('council');
  return {
    name: { id: 'council-name', label: t('found.name') },
    decidedBasis: { id: 'council-basis', label: t('found.basis') },
    dueOn: { id: 'council-due', label: t('found.dueOn') },
    members: { id: null, label: t('found.people') },
  };
}

interface ParticularsProps {
  values: typeof UNNAMED;
  onChange: (values: typeof UNNAMED) => void;
}

function Particulars({ values, onChange }: ParticularsProps) {
  const { t } = useTranslation('council');
  const { name, decidedBasis, dueOn } = useFields();
  const set = (part: Partial<typeof UNNAMED>) => onChange({ ...values, ...part });
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          {...name}
          description={t('found.nameHint')}
          maxLength={300}
          value={values.name}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        />
        <TextInput
          {...decidedBasis}
          description={t('found.basisHint')}
          maxLength={2000}
          value={values.decidedBasis}
          onChange={({ currentTarget }) => set({ decidedBasis: currentTarget.value })}
        />
      </SimpleGrid>
      <DateField maw={260} {...dueOn} value={values.dueOn} onChange={(day) => set({ dueOn: day })} />
    </>
  );
}
