import { judgeGroup, judgeRows } from './decision-engine.js';
import { tableSlices } from './table-slices.js';

const LOOP = { inputField: 'rows', outputPath: 'rows', executionMode: 'loop', passThrough: true };
const reckoned = (id: string, key: string, value: string) => ({
  id,
  name: id,
  type: 'expressionNode',
  content: { ...LOOP, expressions: [{ id: `${id}_1`, key, value }] },
});
const table = (id: string, field: string, output: string, answer: string) => ({
  id,
  name: id,
  type: 'decisionTableNode',
  content: {
    ...LOOP,
    hitPolicy: 'first',
    inputs: [{ id: 'in', name: field, field }],
    outputs: [{ id: 'out', name: output, field: output }],
    rules: [
      { _id: '1', in: '> 2', out: answer },
      { _id: '2', in: '', out: "'less'" },
    ],
  },
});
interface Inner {
  id: string;
  content: object;
}
const model = (...inner: Inner[]) => {
  const nodes = [
    { id: 'in', name: 'in', type: 'inputNode', content: {} },
    ...inner,
    { id: 'out', name: 'out', type: 'outputNode', content: {} },
  ];
  const edges = nodes
    .slice(1)
    .map(({ id }, at) => ({ id: `e${at}`, type: 'edge', sourceId: nodes[at]?.id, targetId: id }));
  return { contentType: 'application/vnd.gorules.decision', nodes, edges };
};
const ruled = (content: object) => ({ id: 'm', file: 'm.json', content });
const namesOf = (content: object) =>
  (tableSlices(content)?.[1]?.content['nodes'] as { id: string }[]).map(({ id }) => id);

const SIZE = table('size', 'width', 'size.verdict', "'more'");
const WEIGHT = table('weight', 'heavy', 'weight.verdict', 'tons');

describe('the tables of a model', () => {
  it('keep the nodes that write what they mention, and are handed the columns that they mention', () => {
    const content = model(
      reckoned('sum', 'heavy', 'load + tare'),
      reckoned('area', 'square', 'width * width'),
      SIZE,
      WEIGHT,
    );
    expect(namesOf(content)).toEqual(['in', 'sum', 'weight', 'out']);
    expect(tableSlices(content)?.map(({ groups }) => groups)).toEqual([['size'], ['weight']]);
    expect(tableSlices(content)?.[0]?.columns).toEqual(expect.arrayContaining(['width']));
    expect(tableSlices(content)?.[0]?.columns).not.toContain('load');
    expect(tableSlices(content)?.[1]?.columns).toEqual(expect.arrayContaining(['load', 'tare', 'tons']));
  });

  it('keep an earlier table whose answer they read', () => {
    const content = model(
      SIZE,
      table('weight', 'width', 'weight.verdict', "size.verdict == 'more' ? 'a' : 'b'"),
    );
    expect(namesOf(content)).toEqual(['in', 'size', 'weight', 'out']);
  });

  it('keep a node that writes over a column', async () => {
    const content = model(reckoned('doubled', 'width', 'width * 2'), SIZE);
    expect(await judgeGroup(ruled(content), 'size', [{ width: 2 }])).toEqual([{ size: { verdict: 'more' } }]);
  });

  const NOT_APART: [string, object][] = [
    ['an expression may mean the whole row', model(reckoned('all', 'heavy', '$.load'), SIZE)],
    ['two tables answer one group', model(SIZE, table('other', 'heavy', 'size.notes', "['n']"))],
    [
      'a table takes the rows from elsewhere',
      model({ ...SIZE, content: { ...SIZE.content, inputField: 'others' } }),
    ],
    [
      'a table leaves out what it was given',
      model({ ...SIZE, content: { ...SIZE.content, passThrough: false } }),
    ],
    [
      'a table answers all rules that hold',
      model({ ...SIZE, content: { ...SIZE.content, hitPolicy: 'collect' } }),
    ],
    [
      'ways part',
      {
        ...model(SIZE, WEIGHT),
        edges: [
          ['in', 'size'],
          ['in', 'weight'],
          ['size', 'out'],
          ['weight', 'out'],
        ].map(([sourceId, targetId], at) => ({ id: `e${at}`, type: 'edge', sourceId, targetId })),
      },
    ],
    ['no table is in it', model(reckoned('sum', 'heavy', 'load + tare'))],
  ];
  it.each(NOT_APART)('are not told apart where %s', (_why, content) => {
    expect(tableSlices(content)).toBeNull();
  });

  it('are asked together where they cannot be told apart', async () => {
    const content = model(reckoned('all', 'heavy', '$root.rows == null ? load : 0'), WEIGHT);
    const rows = [
      { load: 3, tons: 'heavy' },
      { load: 1, tons: 'heavy' },
    ];
    const [first, second] = await judgeRows(ruled(content), rows);
    expect([first, second]).toEqual([
      expect.objectContaining({ load: 3, weight: expect.anything() }),
      expect.objectContaining({ load: 1, weight: expect.anything() }),
    ]);
    expect(await judgeGroup(ruled(content), 'weight', rows)).toEqual([first, second]);
  });
});
