import type { Options } from "../config.js";
import { isWeb, printableLine } from "../text.js";
import { withLogin } from "./header.js";
import { exitCode, type IO, printProblems, refuse } from "./io.js";
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
  seed: {
    type: "number",
    requiresArg: true,
    describe: "Vary the generated values; a seed always gives the same ones",
  },
  state: { type: "boolean", describe: "Keep created objects in memory, and return them" },
  "allow-host": list("Also accept requests from web pages of this host (repeatable)"),
  send: {
    type: "string",
    requiresArg: true,
    describe: "Send a signed webhook of this event instead of listening",
  },
  to: { type: "string", requiresArg: true, describe: "URL that receives the webhook" },
  config: namingOptions.config,
  ...documentOptions,
} as const satisfies OptionTable;

type MockArguments = Arguments<typeof positionals & typeof options>;

export const mockCommand = commandFrom({
  usage: "mock [input]",
  summary: "Serve the API on this machine, with the examples of the document as responses",
  positionals,
  options,
  exitCodes: {
    failure: "the document is invalid, the port can't be used, or the webhook is refused",
  },
  check: argumentProblem,
  run: async (args, io) => {
    const { configure } = await import("../config.js");
    const unnamed = { output: undefined, packageName: undefined, className: undefined };
    const configured = await configure({ ...args, ...unnamed });
    if (!configured.ok) return refuse(configured.problems, io);
    const { input, inputOptions } = configured.options;
    const changes = withLogin(inputOptions, args, [input], io.env);
    const chosen = { ...configured.options, inputOptions: changes };
    return args.send === undefined
      ? listen(args, chosen, io)
      : send(args.send, args.to ?? "", chosen, io);
  },
});

/** Why arguments can't be used; `null` if they can. */
function argumentProblem({ port, seed, send: event, to, ...args }: MockArguments): string | null {
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    return "--port should be a number from 0 to 65535";
  }
  if (seed !== undefined && !Number.isFinite(seed)) return "--seed should be a number";
  if ((event === undefined) !== (to === undefined)) return "--send and --to go together";
  if (to !== undefined && !isReceiver(to)) {
    return "--to should be a URL without a user name and a password: http://…";
  }
  return settingsProblem(args);
}

/** Whether `fetch` accepts the URL: it refuses a password, and its message repeats it. */
function isReceiver(to: string): boolean {
  if (!isWeb(to)) return false;
  const { username, password } = new URL(to);
  return username + password === "";
}

/** Only `generate` has the option. */
const listAll = "sdkwright generate --json lists all";

async function listen(args: MockArguments, configured: Options, io: IO): Promise<number> {
  const { serve } = await import("../serve.js");
  const print = printTo(io);
  const { problems, server } = await serve(configured.input, {
    ...configured,
    stdin: io.stdin,
    port: args.port ?? null,
    seed: args.seed ?? null,
    hasState: args.state === true,
    allowedHosts: args.allowHost ?? [],
    log: print,
  });
  if (server === null) return refuse(problems, io);
  printProblems(problems, io, listAll);
  const interrupted = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  print(`sdkwright mock listens on ${server.url}; press Ctrl+C to stop it`);
  await interrupted;
  await server.close();
  return exitCode.success;
}

/** Sends a webhook. */
async function send(event: string, to: string, configured: Options, io: IO): Promise<number> {
  const { sendEvent } = await import("../serve.js");
  const { stdin, env } = io;
  const { problems, status, refusal } = await sendEvent(configured.input, {
    ...configured,
    ...{ stdin, env, event, to },
  });
  if (status === undefined && refusal === undefined) return refuse(problems, io);
  printProblems(problems, io, listAll);
  if (status === undefined) {
    io.stderr.write(`${printableLine(`sdkwright: ${refusal}`)}\n`);
    return exitCode.failure;
  }
  printTo(io)(`POST ${to} ${status} ${event}`);
  return status >= 200 && status < 300 ? exitCode.success : exitCode.failure;
}

function printTo({ stdout }: IO): (line: string) => void {
  return (line) => stdout.write(`${printableLine(line)}\n`);
}
