/**
 * Everything that has to hold, in order: machine, build, types, lint, tests, the real window.
 *
 *   node .ci/test.mjs                     all of it (`npm test`)
 *   node .ci/test.mjs --window [args]     build and window tests only; the arguments go to Playwright (`npm run test:e2e`)
 *
 * The last line on stdout is always `N passed, N failed, N skipped`: the tests of Vitest and Playwright together, and each
 * other step that failed counted as one failure. Exits 0 only where nothing failed.
 */
import './node-guard.mjs';
import fs from 'node:fs';
import { join } from 'node:path';
import { onScreen, resolveElectron, runnerArguments, verifyElectron } from './electron.mjs';
import { heading, main, root, run, say, tool } from './shell.mjs';
import { ensureWindow } from './system.mjs';
import { build, lint, typecheck, unit } from './task.mjs';

const results = join(root, 'test-results');
const total = { passed: 0, failed: 0, skipped: 0 };
const notes = [];

/** Runs one step under a heading; a code other than 0 or an error counts as one failure. */
async function step(name, work) {
  heading(name);
  const started = Date.now();
  let ok = false;
  try {
    ok = ((await work()) ?? 0) === 0;
  } catch (error) {
    say(error?.message ?? String(error));
  }
  notes.push(`${ok ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(0)} s)`);
  if (!ok) total.failed += 1;
  return ok;
}

/** Runs tests that write a JSON report; adds its counts. Without a readable report the run counts as one failure. */
async function tests(name, reportName, runTests, read) {
  heading(name);
  const started = Date.now();
  const report = join(results, reportName);
  fs.rmSync(report, { force: true });
  let counts = { passed: 0, failed: 0, skipped: 0 };
  let code = 1;
  try {
    code = await runTests(report);
    counts = read(JSON.parse(fs.readFileSync(report, 'utf8')));
  } catch (error) {
    say(error?.message ?? String(error));
  }
  // A run may fail with every test passed: a file that does not load, an unhandled rejection, nothing found at all.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  for (const kind of Object.keys(total)) total[kind] += counts[kind];
  const ok = counts.failed === 0 ? 'ok    ' : 'FAILED';
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  notes.push(
    `${ok} ${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped (${seconds} s)`,
  );
}

function vitestCounts(report) {
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function playwrightCounts(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  // A test that passes only at its second try has failed: nothing here may depend on luck.
  return { passed: expected, failed: unexpected + flaky, skipped };
}

function unitTests() {
  return tests(
    'Tests',
    'vitest.json',
    (report) => unit(['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]),
    vitestCounts,
  );
}

function windowTests(electron, args) {
  return tests(
    'Window tests',
    'playwright.json',
    (report) => {
      const playwright = [
        tool('@playwright/test/cli.js'),
        'test',
        '--config',
        'test/e2e/playwright.config.ts',
        '--reporter=list,json',
        ...args,
      ];
      const none = fs.globSync('test/e2e/**/*.spec.ts', { cwd: root }).length === 0 ? ['--pass-with-no-tests'] : [];
      const [command, given] = onScreen(process.execPath, [...playwright, ...none]);
      const env = {
        LIASSE_ELECTRON: electron.executable,
        LIASSE_ELECTRON_ARGS: JSON.stringify(runnerArguments()),
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      };
      return run(command, given, { env });
    },
    playwrightCounts,
  );
}

await main(async () => {
  const windowOnly = process.argv[2] === '--window';
  const args = process.argv.slice(windowOnly ? 3 : 2);
  fs.mkdirSync(results, { recursive: true });

  let electron;
  const machine = await step('Electron, and what the machine lacks for a window', async () => {
    electron = await resolveElectron();
    say(`Electron ${electron.version} (${electron.source}): ${electron.executable}`);
    ensureWindow(electron.executable);
    verifyElectron(electron);
  });
  const built = await step('Build', () => build(['--logLevel', 'warn']));
  if (!windowOnly) {
    await step('Types', () => typecheck());
    await step('Lint', () => lint());
    await unitTests();
  }
  if (machine && built && fs.existsSync(join(root, 'out/main/index.cjs'))) await windowTests(electron, args);
  else await step('Window tests', () => Promise.reject(new Error('Not run: the program or its Electron is missing.')));

  heading('Summary');
  for (const note of notes) say(note);
  process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
  return total.failed === 0 ? 0 : 1;
});
