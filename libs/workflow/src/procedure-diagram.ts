import { type Status } from '#contracts';
import { allEdges, type PlacedEdge } from './edges.js';
import { type ProcedureDefinition } from './workflow.types.js';

const statusesOf = (procedure: ProcedureDefinition): Status[] => Object.keys(procedure.states) as Status[];

const nodeLine = (procedure: ProcedureDefinition, status: Status): string =>
  `  state "${procedure.states[status]?.label.vi ?? status}" as ${status}`;

/** Edges that lead elsewhere, those of one pair of statuses on one arrow. */
function arrows(edges: PlacedEdge[]): string[] {
  const labels = new Map<string, Set<string>>();
  for (const { from, command, edge } of edges.filter(({ from, edge }) => from !== edge.target)) {
    const pair = `${from} --> ${edge.target}`;
    labels.set(pair, (labels.get(pair) ?? new Set()).add(command));
  }
  return [...labels].map(([pair, commands]) => `  ${pair}: ${[...commands].join(', ')}`);
}

/**
 * A procedure as a Mermaid state diagram, with the Vietnamese names of the statuses and the ids of the commands.
 * Withdrawal and what stays in its status are left to the table, else the picture is all arrows.
 */
export function mermaidOf(procedure: ProcedureDefinition): string {
  const statuses = statusesOf(procedure);
  const closed = statuses.filter((status) => (procedure.states[status]?.tags ?? []).includes('closed'));
  const edges = allEdges(procedure);
  const drawn = edges.filter(({ command, from }) => command !== 'withdraw' || from === 'under_review');
  return [
    'stateDiagram-v2',
    ...statuses.map((status) => nodeLine(procedure, status)),
    `  [*] --> ${procedure.initial}`,
    ...arrows(drawn),
    '  classDef closed fill:#eee,stroke:#888',
    ...(closed.length > 0 ? [`  class ${closed.join(',')} closed`] : []),
  ].join('\n');
}

const code = (words: readonly string[] | undefined): string =>
  words && words.length > 0 ? words.map((word) => `\`${word}\``).join(', ') : '–';
const row = ({ from, command, edge }: PlacedEdge): string =>
  `| ${from} | ${command} | ${edge.target} | ${code(edge.by)} | ${code(edge.when)} | ${code(edge.guards)} |`;

/** Every edge of a procedure as a Markdown table; the guards stand in the order in which they refuse. */
export const procedureTable = (procedure: ProcedureDefinition): string =>
  [
    '| From | Command | To | By | When | Guards |',
    '|---|---|---|---|---|---|',
    ...allEdges(procedure).map(row),
  ].join('\n');

const statusTable = (procedure: ProcedureDefinition): string =>
  [
    '| Status | Tiếng Việt | English | Closed |',
    '|---|---|---|---|',
    ...statusesOf(procedure).map((status) => {
      const state = procedure.states[status];
      return `| ${status} | ${state?.label.vi ?? ''} | ${state?.label.en ?? ''} | ${state?.tags?.includes('closed') ? 'yes' : '–'} |`;
    }),
  ].join('\n');

/** The whole page of a procedure for docs/diagrams, generated from the pack: statuses, picture, table of edges. */
export const procedureDocument = (procedure: ProcedureDefinition): string =>
  [
    `# ${procedure.title.vi} (${procedure.version})`,
    `${procedure.title.en}. Generated from the pack; do not edit. The picture shows \`withdraw\` once: the table tells from where it is possible.`,
    `Supplement or clarification requests: ${procedure.supplementRequests} (${procedure.supplementRequestsBasis?.basis ?? 'no basis given'}, ${procedure.supplementRequestsBasis?.verification ?? 'unverified'}).`,
    `\`\`\`mermaid\n${mermaidOf(procedure)}\n\`\`\``,
    `## Statuses\n\n${statusTable(procedure)}`,
    `## Edges\n\nParties joined by \`&\` are needed together; \`!\` negates; guards refuse in this order.\n\n${procedureTable(procedure)}`,
  ].join('\n\n') + '\n';
