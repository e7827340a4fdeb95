import { ActionIcon, Group, Text, useComputedColorScheme } from '@mantine/core';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import {
  BaseEdge,
  type Edge,
  type EdgeProps,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { type KeyboardEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ProcedureWords } from '../../../ui/procedure-words.js';
import { arrowId, layoutOf, NODE, pathThrough } from './layout.js';
import classes from './procedure-diagram.module.css';
import { type DrawnEdge, type DrawnStatus, type Drawing } from './way.js';

const STEP = 80;
const PADDING = 0.06;
/** The whole would be too small to read: it begins with where the dossier stands, its words as large as those beside it. */
const READABLE = 1;

interface Point {
  x: number;
  y: number;
}
type Arrow = Edge<{ bends: Point[]; at: Point }, 'arrow'>;
type StatusNode = Node<Pick<DrawnStatus, 'place'> & { name: string }, 'status'>;

interface Props {
  drawing: Drawing;
  /** How the procedure calls its statuses and steps. */
  words: ProcedureWords;
}
/** The picture of the procedure. It says nothing that the lists beside it do not, so a screen reader may leave it out. */
export function ProcedureDiagram(props: Props) {
  return (
    <ReactFlowProvider>
      <Diagram {...props} />
    </ReactFlowProvider>
  );
}

function Diagram({ drawing, words }: Props) {
  const { t } = useTranslation('review');
  const scheme = useComputedColorScheme('light');
  const keys = useKeys();
  const { nodes, edges } = useElements(drawing, words);
  const here = drawing.statuses.filter(({ place }) => place === 'here').map(({ status: id }) => ({ id }));
  const close = { nodes: here, minZoom: READABLE, maxZoom: READABLE };
  const ofDossier = here.length > 0;
  return (
    <>
      <Zoom />
      <div className={classes.frame} role="group" tabIndex={0} aria-label={t('way.keys')} onKeyDown={keys}>
        <div aria-hidden className={classes.canvas}>
          <ReactFlow
            nodes={nodes}
            edges={edges}
            nodeTypes={NODE_TYPES}
            colorMode={scheme}
            fitView
            edgeTypes={EDGE_TYPES}
            fitViewOptions={ofDossier ? close : { padding: PADDING }}
            minZoom={0.2}
            maxZoom={2}
            nodesDraggable={false}
            nodesConnectable={false}
            nodesFocusable={false}
            edgesFocusable={false}
            elementsSelectable={false}
            zoomOnScroll={false}
            preventScrolling={false}
            disableKeyboardA11y
            // Said in docs/adr/0030: nobody who works here is served by the name of a library.
            proOptions={{ hideAttribution: true }}
          />
        </div>
      </div>
      <Text size="xs" c="dimmed">
        {ofDossier && t('way.legend')}
      </Text>
    </>
  );
}

function Zoom() {
  const { t } = useTranslation('review');
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  return (
    <Group gap="xs" role="group" aria-label={t('way.diagram')}>
      <ActionIcon variant="default" size={32} aria-label={t('way.zoomIn')} onClick={() => void zoomIn()}>
        <IconPlus size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="default" size={32} aria-label={t('way.zoomOut')} onClick={() => void zoomOut()}>
        <IconMinus size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={32}
        aria-label={t('way.fit')}
        onClick={() => void fitView({ padding: PADDING })}
      >
        <IconFocusCentered size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

/** Arrow keys move the picture, + and − change its size, 0 shows all of it. */
function useKeys() {
  const { getViewport, setViewport, zoomIn, zoomOut, fitView } = useReactFlow();
  const move = (x: number, y: number) => () => {
    const at = getViewport();
    return setViewport({ ...at, x: at.x + x, y: at.y + y });
  };
  const acts: Record<string, () => Promise<boolean>> = {
    ArrowLeft: move(STEP, 0),
    ArrowRight: move(-STEP, 0),
    ArrowUp: move(0, STEP),
    ArrowDown: move(0, -STEP),
    '+': zoomIn,
    '=': zoomIn,
    '-': zoomOut,
    '0': () => fitView({ padding: PADDING }),
  };
  return (event: KeyboardEvent) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : acts[event.key];
    if (!act) return;
    event.preventDefault();
    void act();
  };
}

function useElements(
  drawing: Drawing,
  { status: statusOf, command: commandOf }: ProcedureWords,
): { nodes: StatusNode[]; edges: Arrow[] } {
  return useMemo(() => {
    const wordsOf = ({ commands, place }: DrawnEdge) =>
      place === 'other' ? '' : commands.map(commandOf).join(', ');
    const { corners, bends, words } = layoutOf(drawing, wordsOf);
    const nodes = drawing.statuses.map(({ status, place }): StatusNode => ({
      ...{ id: status, type: 'status', position: corners.get(status) ?? { x: 0, y: 0 } },
      ...NODE,
      data: { place, name: statusOf(status) },
    }));
    const edges = drawing.edges.map((edge): Arrow => ({
      ...{ id: arrowId(edge), source: edge.from, target: edge.to, type: 'arrow' },
      data: { bends: bends.get(arrowId(edge)) ?? [], at: words.get(arrowId(edge)) ?? { x: 0, y: 0 } },
      className: classes[edge.place] ?? '',
      zIndex: edge.place === 'other' ? 0 : 1,
      markerEnd: { type: MarkerType.ArrowClosed, color: `var(--tg-way-${edge.place})` },
      label: wordsOf(edge),
    }));
    return { nodes, edges };
  }, [drawing, statusOf, commandOf]);
}

function StatusBox({ data: { name, place } }: NodeProps<StatusNode>) {
  const { t } = useTranslation('review');
  return (
    <div className={`${classes.status} ${classes[`at_${place}`]}`}>
      <Handle type="target" position={Position.Top} className={classes.handle ?? ''} />
      <span>{name}</span>
      {place !== 'other' && <small>{t(`way.${place}`)}</small>}
      <Handle type="source" position={Position.Bottom} className={classes.handle ?? ''} />
    </div>
  );
}
function ArrowLine({ data, label, markerEnd }: EdgeProps<Arrow>) {
  const { bends = [], at = { x: 0, y: 0 } } = data ?? {};
  return (
    <BaseEdge
      path={pathThrough(bends)}
      label={label}
      labelX={at.x}
      labelY={at.y}
      labelBgPadding={[4, 2]}
      {...(markerEnd !== undefined && { markerEnd })}
    />
  );
}

const EDGE_TYPES = { arrow: ArrowLine };
const NODE_TYPES = { status: StatusBox };
