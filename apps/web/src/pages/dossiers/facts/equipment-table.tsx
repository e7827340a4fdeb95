import { Button, Table } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type EquipmentFacts } from '#contracts';
import { type DossierView } from '../dossier.types.js';
import { FactList } from './fact-list.js';
import { EQUIPMENT, factRows, factValue } from '../findings/fact-values.js';
import { fieldName } from '../findings/fact-words.js';

const COLUMNS = [
  'name',
  'hsCode',
  'maker',
  'country',
  'condition',
  'yearMade',
  'plannedArrivalYear',
  'remainingCapacityPct',
] as const satisfies (keyof EquipmentFacts)[];
const NUMBERS: readonly string[] = ['hsCode', 'yearMade', 'plannedArrivalYear', 'remainingCapacityPct'];

interface Props {
  items: readonly EquipmentFacts[];
  /** How many machines stand before these. */
  first: number;
  dossier: DossierView;
}
/** A page of machines by what is asked most; everything else that is known of one opens below it. */
export function EquipmentTable({ items, first, dossier }: Props) {
  const { t } = useTranslation(['dossier', 'review', 'desk']);
  const [open, setOpen] = useState<number | null>(null);
  const told = { t, facts: dossier.facts };
  return (
    <Table.ScrollContainer
      type="native"
      minWidth={900}
      tabIndex={0}
      role="region"
      aria-label={t('dossier:facts.equipmentTable')}
    >
      <Table withTableBorder>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('dossier:facts.row')}</Table.Th>
            {COLUMNS.map((column) => (
              <Table.Th key={column}>{fieldName(column, t)}</Table.Th>
            ))}
            <Table.Th>{t('dossier:facts.more')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item, index) => {
            const number = first + index + 1;
            return (
              <Fragment key={item.id ?? index}>
                <Table.Tr>
                  <Table.Td className="tg-number">{number}</Table.Td>
                  {COLUMNS.map((column) => (
                    <Table.Td key={column} className={NUMBERS.includes(column) ? 'tg-number' : ''}>
                      {factValue(EQUIPMENT, item, column, told)}
                    </Table.Td>
                  ))}
                  <Table.Td>
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-expanded={open === number}
                      aria-label={t('dossier:facts.moreOf', { name: item.name ?? number })}
                      onClick={() => setOpen(open === number ? null : number)}
                    >
                      {t('dossier:facts.more')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
                {open === number && (
                  <Table.Tr>
                    <Table.Td colSpan={COLUMNS.length + 2}>
                      <FactList
                        rows={factRows(EQUIPMENT, item, `equipment[${item.id}]`, told)}
                        facts={dossier.facts}
                        dossierId={dossier.id}
                      />
                    </Table.Td>
                  </Table.Tr>
                )}
              </Fragment>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
