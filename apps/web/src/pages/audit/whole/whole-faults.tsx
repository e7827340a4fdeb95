import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type Schema } from '../../../api/schema-names.js';
import { FaultTable } from '../verification/fault-table.js';

type Fault = Schema<'VerificationFaultDto'>;

/** Every place that is wrong, with the way to the dossier or project of which the log is. */
export function WholeFaults({ faults, of }: { faults: readonly Fault[]; of: number }) {
  return (
    <FaultTable
      faults={faults.map((fault) => ({ reason: fault.reason, place: <Place fault={fault} /> }))}
      of={of}
    />
  );
}

function Place({ fault: { chain, hidden, seq, checkpoint, detail } }: { fault: Fault }) {
  const { t } = useTranslation('audit');
  if (hidden) return <>{t('whole.hidden')}</>;
  return (
    <>
      {chain && <ChainName chain={chain} />}
      {seq !== null && <div>{t('verify.atEntry', { seq })}</div>}
      {checkpoint !== null && <div>{t('verify.atCheckpoint', { number: checkpoint })}</div>}
      {detail !== null && (
        <Text size="sm" c="dimmed">
          {detail}
        </Text>
      )}
    </>
  );
}

function ChainName({ chain: { id, kind, name } }: { chain: NonNullable<Fault['chain']> }) {
  const { t } = useTranslation('audit');
  if (kind === 'other') return <div>{t('whole.gone')}</div>;
  if (kind === 'system') return <div>{t('filter.chains.system')}</div>;
  return (
    <div>
      {t(`filter.chains.${kind}`)}:{' '}
      <Anchor
        component={Link}
        href={kind === 'dossier' ? `/audit?dossier=${id}` : `/projects/${id}`}
        size="sm"
        underline="always"
      >
        {name ?? id}
      </Anchor>
    </div>
  );
}
