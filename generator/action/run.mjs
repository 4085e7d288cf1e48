// @ts-check
// The first step of the action: runs sdkwright. A comparison is kept for the next step, which comments.

import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const {
  SDKWRIGHT_COMMAND: command = "check",
  SDKWRIGHT_INPUT: input = "",
  SDKWRIGHT_OUTPUT: output = "",
  SDKWRIGHT_CONFIG: config = "",
  SDKWRIGHT_BASE: base = "",
  SDKWRIGHT_VERSION: version = "",
  GITHUB_EVENT_PATH: eventPath = "",
  GITHUB_OUTPUT: outputs = "",
  GITHUB_STEP_SUMMARY: summary = "",
  RUNNER_TEMP: temporary = "",
} = process.env;

/** The default of 1 MB ends a program that prints more. */
const maxBuffer = Number.POSITIVE_INFINITY;

if (command === "diff") diff();
else if (command === "check" || command === "generate") generate();
else fail(`command should be generate, check or diff, not ${JSON.stringify(command)}`);

function generate() {
  const args = [
    "generate",
    ...(input === "" ? [] : [input]),
    ...(config === "" ? [] : ["--config", config]),
    ...(output === "" ? [] : ["--output", output]),
    ...(command === "check" ? ["--check"] : []),
  ];
  process.exitCode = sdkwright(args, "inherit").status ?? 1;
}

/** Compares the document, else the committed package, with the one at the base. */
function diff() {
  const path = input || output || settings().output || "generated";
  const naming = input !== "" && config !== "" ? ["--config", config] : [];
  const args = ["diff", `${baseCommit()}:${path}`, path, "--format", "comment", "--exit-code"];
  const { status, stdout } = sdkwright([...args, ...naming], ["ignore", "pipe", "inherit"]);
  // 3: a change breaks users, which the next step decides about.
  if (status !== 0 && status !== 3) process.exit(status ?? 1);
  process.stdout.write(stdout);
  writeFileSync(join(temporary, "sdkwright-diff.md"), stdout);
  if (summary !== "") appendFileSync(summary, stdout);
  if (outputs !== "") appendFileSync(outputs, `breaking=${status === 3}\n`);
}

/** @returns {{ output?: string }} the settings file, which is valid or makes sdkwright fail. */
function settings() {
  const file = config || "sdkwright.json";
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return fail(`${JSON.stringify(file)} isn't plain JSON: name the folder with the input output`);
  }
}

/** The commit to compare with, fetched if the checkout doesn't have it. */
function baseCommit() {
  const event = eventPath === "" ? {} : JSON.parse(readFileSync(eventPath, "utf8"));
  const revision = base || event.pull_request?.base?.sha;
  if (!revision) fail("base should name a git revision: this event has no pull request");
  // A revision that begins with a dash would be an option.
  if (!/^\w[\w./-]*$/.test(revision))
    fail(`base isn't a git revision: ${JSON.stringify(revision)}`);
  const commit = () => git("rev-parse", "--verify", "--quiet", `${revision}^{commit}`);
  let found = commit();
  if (found.status !== 0) {
    git("fetch", "--quiet", "--no-tags", "--depth=1", "origin", revision);
    found = commit();
    // A fetched branch or tag may have no name here.
    if (found.status !== 0) found = git("rev-parse", "--verify", "FETCH_HEAD");
  }
  if (found.status !== 0) {
    fail(`${revision} isn't in the checkout: set fetch-depth: 0 for actions/checkout`);
  }
  return found.stdout.trim();
}

/** @param {string[]} args */
function git(...args) {
  return spawnSync("git", args, { encoding: "utf8", maxBuffer });
}

/**
 * Runs the installed sdkwright, or downloads it.
 *
 * @param {string[]} args
 * @param {import("node:child_process").StdioOptions} stdio
 */
function sdkwright(args, stdio) {
  if (!/^[\w.-]*$/.test(version)) fail(`version isn't one: ${JSON.stringify(version)}`);
  const name = version === "" ? "sdkwright" : `sdkwright@${version}`;
  return spawnSync("npx", ["--yes", name, ...args], { stdio, encoding: "utf8", maxBuffer });
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  process.stdout.write(`::error::${message}\n`);
  process.exit(1);
}
