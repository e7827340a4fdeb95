// Runs each test file on Node itself: jest-circus, but without a virtual module system around product and test.
// Product and tests then share one realm as they do in production, and a worker loads and compiles them once for
// all its files instead of once for each. See docs/adr/0023-tests-run-on-node-itself.md.
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { jestExpect } from '@jest/expect';
import { createEmptyTestResult } from '@jest/test-result';
import fc from 'fast-check';
import * as circus from 'jest-circus';
import { formatResultsErrors } from 'jest-message-util';
import '../../scripts/ts-hooks.mjs';
import './jest-globals.mjs';

const globals = new URL('jest-globals.mjs', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals'
      ? { url: globals, format: 'module', shortCircuit: true }
      : next(specifier, context),
});

const STATUS = { done: 'passed', skip: 'pending', todo: 'todo' };

/** Adds what `expect` collects beside thrown errors to the test that has just run. */
function settleExpectations({ name, test }) {
  if (name === 'test_start') jestExpect.setState({ currentTestName: circusNames(test).join(' ') });
  if (name !== 'test_fn_success') return;
  const { suppressedErrors } = jestExpect.getState();
  const missed = jestExpect.extractExpectedAssertionsErrors().map(({ error }) => error);
  test.errors.push(...suppressedErrors, ...missed);
  jestExpect.setState({ suppressedErrors: [] });
}

const circusNames = (test) => (test.parent ? [...circusNames(test.parent), test.name] : []);

/** One test of circus as Jest's reporters want it. */
function assertionResult({
  testPath,
  status,
  errors,
  errorsDetailed,
  duration,
  invocations,
  numPassingAsserts,
}) {
  const path = testPath.slice(1);
  return {
    ancestorTitles: path.slice(0, -1),
    title: path.at(-1),
    fullName: path.join(' '),
    status: errors.length > 0 ? 'failed' : STATUS[status],
    duration,
    invocations,
    numPassingAsserts,
    failureMessages: errors,
    failureDetails: errorsDetailed,
  };
}

function prepare(globalConfig, config, seed) {
  // Every assertion makes an error for its place: with Jest's 100 frames that costs more than most assertions.
  Error.stackTraceLimit = 20;
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
  circus.resetState();
  const state = circus.getState();
  state.testTimeout = config.testTimeout ?? globalConfig.testTimeout ?? state.testTimeout;
  state.testNamePattern = globalConfig.testNamePattern
    ? new RegExp(globalConfig.testNamePattern, 'i')
    : undefined;
  circus.addEventHandler(settleExpectations);
  return state;
}

/** Keeps an error outside of every test from ending the worker: it fails the file instead. */
function catchStrayErrors(state) {
  const keep = (error) => state.unhandledErrors.push(error);
  process.on('uncaughtException', keep).on('unhandledRejection', keep);
  return () => process.off('uncaughtException', keep).off('unhandledRejection', keep);
}

function resultOf({ testResults, unhandledErrors }, testPath, config, globalConfig) {
  const results = testResults.map(assertionResult);
  const count = (status) => results.filter((one) => one.status === status).length;
  const failures = formatResultsErrors(results, config, globalConfig, testPath);
  const stray = unhandledErrors.join('\n');
  return {
    ...createEmptyTestResult(),
    displayName: config.displayName,
    failureMessage: stray ? `${failures ?? ''}\n${stray}` : failures,
    ...(stray ? { testExecError: { message: stray, stack: stray } } : {}),
    numFailingTests: count('failed'),
    numPassingTests: count('passed'),
    numPendingTests: count('pending'),
    numTodoTests: count('todo'),
    testFilePath: testPath,
    testResults: results,
  };
}

/** Jest's `testRunner`: runs the file at `testPath` and gives its result. */
export default async function runNatively(globalConfig, config, _environment, _runtime, testPath) {
  const { seedOf } = await import('./seed.ts');
  const state = prepare(globalConfig, config, seedOf());
  const release = catchStrayErrors(state);
  try {
    jestExpect.setState({ testPath, expand: globalConfig.expand });
    await import(`${pathToFileURL(testPath).href}?run=${process.hrtime.bigint()}`);
    return resultOf(await circus.run(), testPath, config, globalConfig);
  } finally {
    release();
    circus.removeEventHandler(settleExpectations);
  }
}
