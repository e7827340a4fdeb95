import { Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type EquipmentFacts, type LineFacts, type MeasuredPct, type ProjectFacts } from '#contracts';
import { formatDate, formatNumber } from '../../format/format.js';
import { EmptyState } from '../../ui/states.js';
import { Card, Section, Values } from './bits.js';
import { type DossierView } from './dossier.types.js';
import { paperKind } from './findings/evidence-list.js';
import { pathWords } from './findings/fact-words.js';

const percent = (measured: MeasuredPct | undefined): string | undefined =>
  measured &&
  `${formatNumber(measured.value)} %${measured.uncertainty === undefined ? '' : ` ± ${formatNumber(measured.uncertainty)}`}`;

/** What the dossier says about the project, its lines, machines and their evidence. Nothing is added that is not known. */
export function FactsTab({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation(['dossier', 'review']);
  const { project = {}, lines = [], equipment = [], evidence = [] } = dossier.facts;
  return (
    <>
      <Section title={t('dossier:facts.project')}>
        <Card>
          <Project project={project} />
        </Card>
      </Section>
      <Section title={t('dossier:facts.lines', { count: lines.length })}>
        {lines.map((line, index) => (
          <Line key={line.id ?? index} line={line} />
        ))}
      </Section>
      <Section title={t('dossier:facts.equipment', { count: equipment.length })}>
        {equipment.length === 0 ? (
          <EmptyState title={t('dossier:facts.noEquipment')} />
        ) : (
          <Equipment items={equipment} />
        )}
      </Section>
      <Section title={t('dossier:facts.evidence', { count: evidence.length })}>
        {evidence.map((item, index) => (
          <Card key={item.id ?? index}>
            <Values
              items={[
                [t('dossier:facts.kind'), paperKind(item.kind, t)],
                [t('dossier:facts.number'), item.number],
                [t('dossier:facts.body'), item.body],
                [t('dossier:facts.issuedOn'), formatDate(item.issuedOn)],
                [
                  t('dossier:facts.covers'),
                  item.covers.map((path) => pathWords(path, dossier.facts, t)).join('; '),
                ],
                [
                  t('dossier:facts.acceptedOn'),
                  item.acceptedOn ? formatDate(item.acceptedOn) : t('dossier:facts.notAccepted'),
                ],
              ]}
            />
          </Card>
        ))}
      </Section>
    </>
  );
}

function Project({ project }: { project: ProjectFacts }) {
  const { t } = useTranslation(['dossier', 'desk']);
  const { name, sectorVsic, environmentalGroup, group, capitalVnd, capitalOrigin, stage, communeCode } =
    project;
  return (
    <Values
      items={[
        [t('facts.name'), name],
        [t('facts.stage'), stage && t(`facts.stages.${stage}`)],
        [t('facts.sector'), sectorVsic],
        [t('facts.environment'), environmentalGroup],
        [t('facts.group'), group],
        [t('facts.capital'), capitalVnd === undefined ? undefined : `${formatNumber(capitalVnd)} ₫`],
        [t('facts.origin'), capitalOrigin && t(`desk:origin.${capitalOrigin}`)],
        [t('facts.commune'), communeCode],
      ]}
    />
  );
}

function Line({ line }: { line: LineFacts }) {
  const { t } = useTranslation('dossier');
  const { condition, acquisition, designCapacity } = line;
  return (
    <Card>
      <Title order={3}>{line.name ?? line.technologyName ?? line.id}</Title>
      <Values
        items={[
          [t('facts.technology'), line.technologyName],
          [t('facts.originCountry'), line.origin],
          [t('facts.condition'), condition && t(`facts.conditions.${condition}`)],
          [t('facts.acquisition'), acquisition && t(`facts.acquisitions.${acquisition}`)],
          [
            t('facts.design'),
            designCapacity && `${formatNumber(designCapacity.value)} ${designCapacity.unit}`,
          ],
          [t('facts.actual'), percent(line.actualCapacityPct)],
          [t('facts.efficiency'), percent(line.efficiencyPct)],
          [t('facts.consumption'), percent(line.consumptionOverDesignPct)],
          [t('facts.standards'), line.standards?.join(', ')],
        ]}
      />
    </Card>
  );
}

function Equipment({ items }: { items: readonly EquipmentFacts[] }) {
  const { t } = useTranslation('dossier');
  const columns = [
    'name',
    'hs',
    'maker',
    'country',
    'condition',
    'made',
    'arrival',
    'remaining',
    'certificate',
  ] as const;
  return (
    <Table.ScrollContainer
      type="native"
      minWidth={900}
      tabIndex={0}
      role="region"
      aria-label={t('facts.equipment', { count: items.length })}
    >
      <Table withTableBorder>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column}>{t(`facts.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item, index) => (
            <Table.Tr key={item.id ?? index}>
              <Table.Td>{item.name}</Table.Td>
              <Table.Td className="tg-number">{item.hsCode}</Table.Td>
              <Table.Td>{item.maker}</Table.Td>
              <Table.Td>{item.country}</Table.Td>
              <Table.Td>{item.condition && t(`facts.conditions.${item.condition}`)}</Table.Td>
              <Table.Td>{item.yearMade}</Table.Td>
              <Table.Td>{item.plannedArrivalYear}</Table.Td>
              <Table.Td>{percent(item.remainingCapacityPct)}</Table.Td>
              <Table.Td>{item.certificate?.number}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
