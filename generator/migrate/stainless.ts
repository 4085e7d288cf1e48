import { memberName, pascalCase } from "../plan/names/words.js";
import { isObject, type Json, type JsonObject } from "../read/document/document.js";
import {
  defined,
  type Hints,
  jsonPath,
  listAt,
  notesOn,
  type OverlayAction,
  objectAt,
  overlayText,
  type Proposal,
  textAt,
  valueAt,
} from "./proposal.js";
import { pagingFrom } from "./stainless-paging.js";

const hints: Hints = {
  client_settings:
    "credentials and their environment variables are named after the class and the scheme",
  environments: "name servers in the document, with x-speakeasy-server-id or name",
  query_settings: "lists and objects are sent as the document's style and explode say",
  readme: "mark the first call with x-speakeasy-usage-example",
  webhooks: "see the setting webhooks",
  custom_casings: "only the name of the class is carried over",
  security: "credentials are those of the document's security schemes",
  openapi: "change the document by overlays",
};

const carried: ReadonlySet<string> = new Set([
  ...["organization", "resources", "targets", "settings", "pagination", "streaming", "edition"],
]);

/**
 * Proposes settings from `stainless.yml`, and an overlay with its names of resources, methods and
 * models.
 *
 * @param document for the actions: those for what it doesn't have are left out.
 */
export function fromStainless(config: JsonObject, document: JsonObject): Omit<Proposal, "sources"> {
  const target = targetOf(config);
  const names = namesIn(objectAt(config, "resources"), document);
  const paging = pagingFrom(listAt(config, "pagination"));
  const discriminators = new Set(names.discriminators);
  const [field = textAt(config, "streaming", "param_discriminator")] = discriminators;
  const done = listAt(config, "streaming", "on_event").find(
    (each) => textAt(each, "handle") === "done",
  );
  const streaming = defined({ field, sentinel: textAt(done, "data_starts_with") });
  const unknown = Object.keys(config).filter((name) => !carried.has(name));
  return {
    settings: defined<Json>({
      packageName: textAt(target, "package_name"),
      className: classNameFrom(config),
      package: packageFrom(config, target),
      pagination: paging.convention && { convention: paging.convention },
      streaming: Object.keys(streaming).length > 0 ? streaming : undefined,
    }),
    overlay: overlayText(names.actions),
    notes: [...names.notes, ...paging.notes, ...notesOn(unknown, hints)],
  };
}

function targetOf(config: JsonObject): JsonObject {
  const targets = objectAt(config, "targets");
  const [own] = ["typescript", "node"].filter((name) => isObject(targets[name]));
  return own === undefined ? {} : objectAt(targets, own);
}

/** The name of the organization, in the case that `custom_casings` gives to it or its words. */
function classNameFrom(config: JsonObject): string | undefined {
  const name = textAt(config, "organization", "name");
  if (name === undefined) return undefined;
  const cased = (word: string) => textAt(config, "custom_casings", word, "pascal");
  const words = name.split(/[-_ ]+/).map((word) => cased(word) ?? casedWord(word));
  return cased(name) ?? words.join("");
}

function casedWord(word: string): string {
  return /^(api|sdk|ai|id|url|http)$/i.test(word) ? word.toUpperCase() : pascalCase(word);
}

function packageFrom(config: JsonObject, target: JsonObject): JsonObject | undefined {
  const repository = textAt(target, "production_repo");
  const fields = defined<Json>({
    license: textAt(config, "settings", "license"),
    homepage: textAt(config, "organization", "docs"),
    repository: repository && {
      type: "git",
      url: `git+https://github.com/${repository}.git`,
    },
  });
  return Object.keys(fields).length > 0 ? fields : undefined;
}

interface Names {
  readonly actions: OverlayAction[];
  readonly notes: string[];
  /** The fields of requests that choose a stream. */
  readonly discriminators: string[];
}

/** The names of resources, methods and models, as an overlay. */
function namesIn(resources: JsonObject, document: JsonObject): Names {
  const names: Names = { actions: [], notes: [], discriminators: [] };
  const taken = new Map<string, string>();
  addResources(resources, []);
  return names;

  function addResources(each: JsonObject, parents: readonly string[]): void {
    for (const [key, resource] of Object.entries(each)) {
      const isShared = key === "$shared" || key === "$client";
      const path = isShared ? parents : [...parents, memberName(key)];
      for (const [method, value] of Object.entries(objectAt(resource, "methods"))) {
        addMethod(path, memberName(method), value);
      }
      addModels(objectAt(resource, "models"));
      addResources(objectAt(resource, "subresources"), path);
    }
  }

  function addMethod(resource: readonly string[], method: string, value: Json): void {
    const endpoint = typeof value === "string" ? value : textAt(value, "endpoint");
    const name = [...resource, method].join(".");
    const [, verb = "", path = ""] = /^(\w+)\s+(\/\S*)$/.exec(endpoint ?? "") ?? [];
    const target = jsonPath("paths", path, verb.toLowerCase());
    const other = taken.get(target);
    if (endpoint === undefined || path === "") {
      names.notes.push(`${name}: only methods with an endpoint are carried over`);
    } else if (!isObject(valueAt(document, "paths", path, verb.toLowerCase()))) {
      names.notes.push(`${name}: the document doesn't have ${endpoint}`);
    } else if (other !== undefined) {
      names.notes.push(`${name}: ${endpoint} is already named ${other}`);
    } else if (resource.length === 0) {
      names.notes.push(`${name}: a method belongs to a resource; set x-speakeasy-group`);
    } else {
      taken.set(target, name);
      const update = {
        "x-speakeasy-group": resource.join("."),
        "x-speakeasy-name-override": method,
      };
      names.actions.push({ target, update });
    }
    const discriminator = textAt(value, "streaming", "param_discriminator");
    if (discriminator !== undefined) names.discriminators.push(discriminator);
  }

  function addModels(models: JsonObject): void {
    for (const [key, value] of Object.entries(models)) {
      const schema = typeof value === "string" ? value.replace(/^.*\//, "") : "";
      const model = pascalCase(key);
      const target = jsonPath("components", "schemas", schema);
      if (!isObject(valueAt(document, "components", "schemas", schema))) {
        names.notes.push(`model ${key}: the document has no schema ${schema || "of that name"}`);
      } else if (model !== schema && !taken.has(target)) {
        taken.set(target, model);
        names.actions.push({ target, update: { "x-speakeasy-name-override": model } });
      }
    }
  }
}
