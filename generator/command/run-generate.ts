import { relative } from "node:path";
import { factCollector, storeRun } from "../cache/store.js";
import { configure } from "../config.js";
import { codeSamplesOverlay, isCodeSamplesOverlay } from "../emit/code-samples.js";
import { apply, compareWithDisk, refuseUserFile, writeSingleFile } from "../emit/disk/disk.js";
import { isSame } from "../emit/disk/folder.js";
import { noteContents, withFileReads } from "../file-reads.js";
import { generate } from "../generate.js";
import { changelogUpdate } from "../keep/changelog.js";
import { keptManifestProblems } from "../keep/manifest.js";
import type { Report } from "../report.js";
import { printableLine } from "../text.js";
import { withLogin } from "./header.js";
import { exitCode, type IO, printError, printReport, showProgress } from "./io.js";
import type { GenerateArguments } from "./options.js";
import { watch } from "./watch.js";

/** Writes or checks the package and stores the run for the next one. Resolves to the exit code. */
export async function runGenerate(
  args: GenerateArguments,
  io: IO,
  given: readonly string[],
): Promise<number> {
  if (args.noCache) return exitCodeOf(await reportOnce(args, io), args);
  const { listen, facts } = factCollector();
  const report = await withFileReads(listen, () => reportOnce(args, io));
  // `--check` doesn't compare the file of code samples, so its state is unknown.
  const isWhole = report.difference !== null && !(args.check && args.codeSamples !== undefined);
  const known = isWhole ? facts() : null;
  if (known !== null) storeRun(given, known, { report, json: args.json === true }, io.env);
  return exitCodeOf(report, args);
}

/** Generates again after each change, until the user ends the process. */
export function watchGenerate(args: GenerateArguments, io: IO): Promise<never> {
  return watch(
    async () => {
      try {
        await reportOnce(args, io);
      } catch (error) {
        printError(error, io);
      }
    },
    (path) => {
      if (!args.json) io.stdout.write(`${printableLine(`${relative("", path)} changed`)}\n`);
    },
  );
}

async function reportOnce(args: GenerateArguments, io: IO): Promise<Report> {
  try {
    const report = await reportOn(args, io);
    showProgress(io, "");
    printReport(report, args, io);
    return report;
  } catch (error) {
    showProgress(io, "");
    throw error;
  }
}

async function reportOn(args: GenerateArguments, io: IO): Promise<Report> {
  const configured = await configure(args);
  if (!configured.ok) return { problems: configured.problems, output: null, difference: null };
  const { input, output, naming, inputOptions, features, modelSettings } = configured.options;
  const generation = await generate(input, naming, {
    stdin: io.stdin,
    onStage: (stage) => showProgress(io, stage),
    inputOptions: withLogin(inputOptions, args, [input], io.env),
    features,
    modelSettings,
  });
  const { files, programs, provenance } = generation;
  const kept = files === null ? [] : await keptManifestProblems(output, files);
  const problems = [...generation.problems, ...kept];
  const isBad = problems.some(({ severity }) => args.strict || severity === "error");
  if (files === null || isBad) return { problems, output, difference: null };
  if (args.check) {
    return { problems, output, difference: await compareWithDisk(output, files, provenance) };
  }
  const { codeSamples, force: isForced = false } = args;
  if (codeSamples !== undefined && !isForced) refuseUserFile(codeSamples, isCodeSamplesOverlay);
  const notes: string[] = [];
  const note = (line: string) => notes.push(line);
  const difference = await apply(output, files, {
    ...{ isForced, provenance, note },
    ...(features.changelog && {
      onReplace: (...replaced) => changelogUpdate(files, ...replaced),
    }),
  });
  if (codeSamples !== undefined) {
    const samples = codeSamplesOverlay(programs());
    writeSingleFile(codeSamples, samples);
    noteContents(codeSamples, samples);
  }
  return { problems, output, difference, ...(notes.length > 0 ? { notes } : {}) };
}

function exitCodeOf({ difference }: Report, { check }: GenerateArguments): number {
  if (difference === null) return exitCode.failure;
  return check && !isSame(difference) ? exitCode.different : exitCode.success;
}
