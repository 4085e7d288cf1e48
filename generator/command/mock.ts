import { printableLine } from "../text.js";
import { loginFrom } from "./header.js";
import { exitCode, type IO, refuse } from "./io.js";
import {
  inputOptions as documentOptions,
  list,
  namingOptions,
  settingsProblem,
} from "./options.js";
import { type Arguments, commandFrom, type OptionTable } from "./parser.js";

const positionals = {
  input: {
    type: "string",
    nargs: 1,
    describe: "OpenAPI document in YAML or JSON: a path, a URL, or - for standard input",
  },
} as const satisfies OptionTable;

const options = {
  port: {
    type: "number",
    requiresArg: true,
    describe: "Port to listen on",
    defaultDescription: "4010, or any free port if that is taken",
  },
  state: { type: "boolean", describe: "Keep what is created, and answer with it" },
  "allow-host": list("Also answer pages of this host (repeatable)"),
  config: namingOptions.config,
  ...documentOptions,
} as const satisfies OptionTable;

export const mockCommand = commandFrom({
  usage: "mock [input]",
  summary: "Serve the document on this machine, with its own examples as answers",
  positionals,
  options,
  exitCodes: "0 stopped, 1 invalid document, 2 bad arguments",
  check: ({ port, ...args }) =>
    port === undefined || (Number.isInteger(port) && port >= 0 && port <= 65_535)
      ? settingsProblem(args)
      : "--port should be a number from 0 to 65535",
  run: runMock,
});

async function runMock(
  args: Arguments<typeof positionals & typeof options>,
  io: IO,
): Promise<number> {
  const [{ configure }, { serve }] = await Promise.all([
    import("../config.js"),
    import("../serve.js"),
  ]);
  const configured = await configure({
    ...args,
    output: undefined,
    packageName: undefined,
    className: undefined,
  });
  if (!configured.ok) return refuse(configured.problems, io);
  const { input, inputOptions, modelSettings } = configured.options;
  const print = (line: string) => io.stdout.write(`${printableLine(line)}\n`);
  const { problems, server } = await serve(input, {
    stdin: io.stdin,
    inputOptions: { ...inputOptions, ...loginFrom(args.header, [input], io.env) },
    modelSettings,
    port: args.port ?? null,
    hasState: args.state === true,
    allowedHosts: args.allowHost ?? [],
    log: print,
  });
  if (server === null) return refuse(problems, io);
  print(`sdkwright mock listens on ${server.url}; press Ctrl+C to stop it`);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  await server.close();
  return exitCode.success;
}
