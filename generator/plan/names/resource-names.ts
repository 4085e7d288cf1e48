import type { Api, Resource } from "../../model/api/api.js";
import { reservedMembers } from "./reserved.js";
import { fileScope, identifierScope, known, type Scope } from "./scope.js";
import { kebabCase, memberName, titleCase, typeName } from "./words.js";

export interface ResourceNames {
  /** `Domains`: the display name. */
  readonly title: string;
  /** `Organizations / Domains`: the display names of its parents and its own. */
  readonly titlePath: string;
  /** `domains`: the property of the client or of the parent resource. */
  readonly accessor: string;
  /**
   * `organizations.domains`: the property path from the client, as in
   * `clerk.organizations.domains`.
   */
  readonly path: string;
  /** `OrganizationsDomainsResource` */
  readonly class: string;
  /** `organizations-domains`: the file name of its module. */
  readonly file: string;
  /** `organizations/domains`: the folder of its page. */
  readonly folder: string;
}

/** The members of each resource: nested resources first, then methods. */
type MemberScopes = ReadonlyMap<Resource, Scope>;

export function memberScopes({ resources }: Api): MemberScopes {
  return new Map(resources.map((resource) => [resource, identifierScope(reservedMembers)]));
}

export function resourceNames(
  api: Api,
  exported: Scope,
  members: MemberScopes,
): Map<Resource, ResourceNames> {
  const outermost = identifierScope(reservedMembers);
  const resourceScopes: ResourceScopes = { exported, files: fileScope(), folders: fileScope() };
  const names = new Map<Resource, ResourceNames>();
  const name = (resource: Resource, scope: Scope, outer: ResourceNames | null) => {
    const own = resourceName(resource, scope, outer, resourceScopes);
    names.set(resource, own);
    for (const inner of resource.inner) name(inner, known(members.get(resource), own.path), own);
  };
  for (const resource of api.resources) {
    if (resource.path.length === 1) name(resource, outermost, null);
  }
  return names;
}

/** The scopes of resource names, in addition to the members of the parent. */
interface ResourceScopes {
  readonly exported: Scope;
  readonly files: Scope;
  readonly folders: Scope;
}

function resourceName(
  { path, title }: Resource,
  members: Scope,
  outer: ResourceNames | null,
  { exported, files, folders }: ResourceScopes,
): ResourceNames {
  const step = path.at(-1) ?? "";
  const accessor = members.reserve(memberName(step));
  const file = kebabCase(step) || "api";
  const displayName = title ?? (titleCase(step) || step);
  return {
    title: displayName,
    titlePath: outer ? `${outer.titlePath} / ${displayName}` : displayName,
    accessor,
    path: outer ? `${outer.path}.${accessor}` : accessor,
    class: exported.reserve(`${typeName(path.join(" "))}Resource`),
    file: files.reserve(outer ? `${outer.file}-${file}` : file),
    folder: folders.reserve(outer ? `${outer.folder}/${file}` : file),
  };
}
