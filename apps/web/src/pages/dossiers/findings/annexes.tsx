import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../../session/session.provider.js';
import { AnnexCheck } from './annex-check.js';
import { type DossierView, type FindingsView, type FindingView } from '../dossier.types.js';
import { mayDecide } from './judging.js';
import { useLawNames } from '../law-names.js';

const ANNEX = 'annex:';

interface Props {
  finding: FindingView;
  dossier: DossierView;
  view: FindingsView;
}

/** Lists in force that are not loaded: what was found on paper in this round, or the form to say it. */
export function Annexes({ finding, dossier, view }: Props) {
  const { t } = useTranslation('review');
  const person = usePerson();
  const law = useLawNames(dossier);
  const { missing, subject, verdict } = finding;
  const lineId = subject.id;
  if (lineId === null || verdict !== 'inconclusive') return null;
  const lists = missing.filter((name) => name.startsWith(ANNEX)).map((name) => name.slice(ANNEX.length));
  return lists.map((listVersion) => {
    const check = view.annexChecks.findLast(
      (one) => one.lineId === lineId && one.listVersion === listVersion && one.round === dossier.round,
    );
    if (check)
      return (
        <Text key={listVersion} size="sm">
          {t(check.result === 'found' ? 'finding.checkedFound' : 'finding.checkedNotFound', {
            list: law.list(listVersion),
            remark: check.remark,
          })}
        </Text>
      );
    if (!finding.test.startsWith('list.') || !mayDecide(person, dossier)) return null;
    return (
      <AnnexCheck
        key={listVersion}
        dossierId={dossier.id}
        name={law.list(listVersion)}
        {...{ lineId, listVersion }}
      />
    );
  });
}
