import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type EvidenceFacts } from '#contracts';
import { formatDate } from '../../../format/format.js';
import { Section } from '../../../ui/section.js';
import { EmptyState } from '../../../ui/states.js';
import { Card } from '../../../ui/card.js';
import { Values } from '../../../ui/values.js';
import { type DossierView } from '../dossier.types.js';
import { EquipmentTable } from './equipment-table.js';
import { FactList } from './fact-list.js';
import { paperKind } from '../findings/evidence-list.js';
import { factRows, LINE, PROJECT } from '../findings/fact-values.js';
import { pathWords } from '../findings/fact-words.js';
import { Paged } from './paged.js';

/** What the dossier says about the project, its lines, machines and their evidence. Nothing is added that is not known. */
export function FactsTab({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation(['dossier', 'review', 'desk']);
  const { facts, id } = dossier;
  const { project = {}, lines = [], equipment = [], evidence = [], sources = {} } = facts;
  const told = { t, facts };
  return (
    <>
      {Object.keys(sources).length > 0 && <Text size="sm">{t('dossier:facts.entered')}</Text>}
      <Section title={t('dossier:facts.project')}>
        <Card>
          <FactList rows={factRows(PROJECT, project, 'project', told)} facts={facts} dossierId={id} />
        </Card>
      </Section>
      <Section title={t('dossier:facts.lines', { count: lines.length })}>
        <Paged items={lines}>
          {(shown) =>
            shown.map((line, index) => (
              <Card key={line.id ?? index}>
                <Title order={3}>{line.name ?? line.technologyName ?? line.id}</Title>
                <FactList
                  rows={factRows(LINE, line, `lines[${line.id}]`, told)}
                  facts={facts}
                  dossierId={id}
                />
              </Card>
            ))
          }
        </Paged>
      </Section>
      <Section title={t('dossier:facts.equipment', { count: equipment.length })}>
        {equipment.length === 0 ? (
          <EmptyState title={t('dossier:facts.noEquipment')} />
        ) : (
          <Paged items={equipment}>
            {(shown, first) => <EquipmentTable items={shown} first={first} dossier={dossier} />}
          </Paged>
        )}
      </Section>
      <Section title={t('dossier:facts.evidence', { count: evidence.length })}>
        <Paged items={evidence}>
          {(shown) =>
            shown.map((item, index) => <Evidence key={item.id ?? index} item={item} dossier={dossier} />)
          }
        </Paged>
      </Section>
    </>
  );
}

function Evidence({ item, dossier }: { item: EvidenceFacts; dossier: DossierView }) {
  const { t } = useTranslation(['dossier', 'review', 'desk']);
  const { kind, number, body, issuedOn, page, covers, acceptedOn } = item;
  return (
    <Card>
      <Values
        items={[
          [t('dossier:facts.kind'), paperKind(kind, t)],
          [t('dossier:facts.number'), number],
          [t('dossier:facts.body'), body],
          [t('dossier:facts.issuedOn'), issuedOn && formatDate(issuedOn)],
          [t('dossier:facts.page'), page],
          [t('dossier:facts.covers'), covers.map((path) => pathWords(path, dossier.facts, t)).join('; ')],
          [
            t('dossier:facts.acceptedOn'),
            acceptedOn ? formatDate(acceptedOn) : t('dossier:facts.notAccepted'),
          ],
        ]}
      />
    </Card>
  );
}
