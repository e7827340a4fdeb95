import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const globals = Object.fromEntries(
  [
    'process',
    'console',
    'performance',
    'setTimeout',
    'clearTimeout',
    'fetch',
    'URL',
    'Buffer',
    'globalThis',
  ].map((name) => [name, 'readonly']),
);
const PURE = ['kernel', 'contracts', 'law', 'workflow', 'screening', 'deadlines'].map(
  (lib) => `libs/${lib}/src/**/*.ts`,
);

const envOutsideConfig = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'The environment is read in config.ts only; take the value from the configuration.',
};
const clockInPureCode = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Pure code has no clock: take the instant or the civil date as an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Pure code has no clock: take the instant or the civil date as an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Pure code has no chance in it.',
  },
  {
    selector: "MemberExpression[object.object.name='Temporal'][object.property.name='Now']",
    message: 'Pure code has no clock.',
  },
];

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'coverage/**',
      'node_modules/**',
      '.tmp/**',
      '.data/**',
      '.build-*/**',
      '**/*.d.ts',
      'test/architecture/fixtures/**',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    // Rules that need types are in .oxlintrc.json: a compiler in the same process would cost three minutes.
    extends: [...tseslint.configs.recommended],
    // A class that Nest reads from the metadata of a parameter is no mere type.
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 45, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', envOutsideConfig],
    },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 90, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        envOutsideConfig,
        {
          selector:
            'JSXOpeningElement[name.object.name="Radio"][name.property.name="Group"] > JSXAttribute[name.name=/^aria-label/]',
          message:
            'The group of radios stays without a name: give it a `label`, hidden by `labelProps` where it is seen elsewhere.',
        },
        {
          selector: 'TSAsExpression > TSNeverKeyword',
          message: 'The call goes unchecked: describe it in the API, or name the type that it has.',
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          name: '@tanstack/react-query',
          importNames: ['useMutation'],
          message: 'Use useOnce: a double click reaches useMutation twice.',
        },
        {
          name: '@mantine/core',
          importNames: ['Modal'],
          message: 'Use Dialog (ui/dialog.tsx): it begins on its first field and gives the focus back.',
        },
        {
          name: '@mantine/core',
          importNames: ['FileButton'],
          message:
            'Use FileButton (ui/file-button.tsx): the same path is taken again once its file was mended.',
        },
      ],
    },
  },
  {
    files: ['apps/web/src/{api/use-once.ts,ui/dialog.tsx,ui/file-button.tsx}'],
    rules: { 'no-restricted-imports': 'off' },
  },
  // A catalogue is a table: its length says nothing about its shape.
  {
    files: [
      'libs/contracts/src/problems/*.problems.ts',
      'libs/*/src/catalogue/*.ts',
      'apps/web/src/i18n/{vi,en}/*.ts',
    ],
    rules: { 'max-lines': 'off' },
  },
  // Control characters are looked for on purpose: design section 13 refuses them.
  { files: ['**/*.ts'], rules: { 'no-control-regex': 'off' } },
  // Migrations are read top to bottom as one text of SQL.
  {
    files: ['libs/database/src/migrations/*.ts'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  { files: ['apps/*/src/config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  // A unit spec gives a function the fields that it looks at.
  {
    files: ['apps/web/**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': ['error', envOutsideConfig],
      'max-lines-per-function': ['error', { max: 90, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['libs/**/*.ts'], ignores: ['**/*.spec.ts'], rules: { 'no-console': 'error' } },
  {
    files: [...PURE, 'libs/*/src/domain/**/*.ts'],
    ignores: ['**/*.spec.ts', 'libs/kernel/src/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', envOutsideConfig, ...clockInPureCode] },
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals } },
  prettier,
);
