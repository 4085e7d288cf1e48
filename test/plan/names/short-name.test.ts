import { describe, expect, it } from "vitest";
import {
  functionWords,
  shortName,
  withoutService,
} from "../../../generator/plan/names/short-name.js";
import { camelCase } from "../../../generator/plan/names/words.js";

function shortOf(id: string, path: string): string {
  return camelCase(shortName(id, path.split(".")));
}

describe("a method leaves out the words of its resource", () => {
  it.each([
    ["at the start of the id", "vesselsList", "vessels", "list"],
    ["in the singular", "vessel_list_tracks", "vessels", "listTracks"],
    ["in the plural", "pets/find-by-status", "pet", "findByStatus"],
    ["after the verb", "listVessels", "vessels", "list"],
    ["after get, in the singular", "GetVessel", "vessels", "get"],
    ["and keeps what follows", "createVesselTrack", "vessels", "createTrack"],
    ["of several words", "updateEmailAddress", "emailAddresses", "update"],
    ["of several words of a tag", "list_allow_list_entries", "Allow List Entries", "list"],
    ["in an irregular plural", "deletePerson", "people", "delete"],
    ["with -ies", "addCategory", "categories", "add"],
    ["with -es", "removeBoxes", "box", "remove"],
    ["after an article", "create_an_export", "exports", "create"],
    ["at the start and after the verb", "Vessels_ListVessels", "vessels", "list"],
    ["after a verb of its domain", "moorVessel", "vessels", "moor"],
    [
      "whose group repeats at a depth",
      "adminConversationsArchive",
      "admin.conversations",
      "archive",
    ],
    ["after the verb at a depth", "listAdminConversations", "admin.conversations", "list"],
    [
      "whose last step alone is repeated",
      "conversations_archive",
      "admin.conversations",
      "archive",
    ],
    ["after a namespace", "drivelabels.labels.revisions.list", "labels", "revisionsList"],
    ["that are a verb and a namespace", "search/code", "search", "code"],
    ["after a version", "v1.vessel.list", "Vessel", "list"],
    ["after a version and a namespace", "v1.ships.ship-type.list", "Ship Type", "list"],
    ["whose first word is a prefix elsewhere", "api-keys/create", "API Keys", "create"],
    ["whose last noun alone is repeated", "emails/list-received", "Inbound Emails", "listReceived"],
    ["after the noun of a service", "Lock_DeleteEnvelopeLock", "EnvelopeLocks", "delete"],
    ["after a prefix", "api_media-object_get_collection", "mediaObject", "getCollection"],
    ["whose words are joined otherwise", "updateClientCertificate", "clientcertificates", "update"],
    ["whose words are split otherwise", "getNodebalancerConfig", "nodeBalancers", "getConfig"],
    ["after get, before what is counted", "getVesselsCount", "vessels", "getCount"],
    ["without a number that a framework adds", "listVessels_1", "vessels", "list"],
    ["and keeps another number", "getVesselV2", "vessels", "getV2"],
    ["without what a framework adds", "listVessels", "VesselService", "list"],
    ["without what another one adds", "vesselsGetAll", "vessel-controller", "getAll"],
  ])("%s", (_, id, path, want) => {
    expect(shortOf(id, path)).toBe(want);
  });

  it.each([
    ["where they come later", "listAllVessels", "vessels", "listAllVessels"],
    ["where they come after a preposition", "listTracksOfVessel", "vessels", "listTracksOfVessel"],
    ["where a noun comes before them", "ownerVesselList", "vessels", "ownerVesselList"],
    ["where they are all that there is", "search", "search", "search"],
    ["where a preposition would be left", "dockIn", "docks", "dockIn"],
    ["where a digit would come first", "vessel2Fa", "vessels", "vessel2Fa"],
    ["where get gives many", "getVessels", "vessels", "getVessels"],
    ["where get gives many of some kind", "getVesselsByOwner", "vessels", "getVesselsByOwner"],
    ["where get gives many of a version", "getVesselsV1", "vessels", "getVesselsV1"],
    ["where only a part is repeated", "listEmails", "emailAddresses", "listEmails"],
  ])("but not %s", (_, id, path, want) => {
    expect(shortOf(id, path)).toBe(want);
  });

  it.each([
    ["getStatus", "status", "get"],
    ["getAddress", "addresses", "get"],
    ["getNews", "news", "getNews"],
  ])("and tells %s on %s by its ending: %s", (id, path, want) => {
    expect(shortOf(id, path)).toBe(want);
  });
});

describe("an id with a service before it", () => {
  it.each([
    ["VesselService_ListVessels", "ListVessels"],
    ["CatsController_findAll", "findAll"],
    ["VesselService.ListVessels", "ListVessels"],
    ["Locks_DeleteEnvelopeLock", "DeleteEnvelopeLock"],
    ["LockV2CRUD_DeleteEnvelopeLock", "DeleteEnvelopeLock"],
    ["Disks_CreateOrUpdate", "Disks_CreateOrUpdate"],
    ["Locks_EnvelopeLockDelete", "Locks_EnvelopeLockDelete"],
    ["Locks_DeleteEnvelope", "Locks_DeleteEnvelope"],
    ["list_services_of_vessel", "list_services_of_vessel"],
    ["VesselService_2", "VesselService_2"],
  ])("%s is %s", (id, want) => {
    expect(withoutService(id)).toBe(want);
  });
});

describe("a function", () => {
  it.each([
    ["leaves out the service", "VesselService_ListVessels", "VesselService", "listVessels"],
    ["leaves out a version", "v1.vessel.list", "Vessel", "vesselList"],
    [
      "leaves out the last noun of the group",
      "emails/list-received",
      "Inbound Emails",
      "listReceived",
    ],
    ["leaves out a namespace", "drivelabels.labels.list", "labels", "labelsList"],
    ["leaves out a prefix", "api_vessel_list", "vessel", "vesselList"],
    ["leaves out the group", "issues/list-comments", "issues", "listComments"],
    ["leaves out a nested group", "adminConversationsSetTeams", "admin.conversations", "setTeams"],
    ["keeps the group where a verb is left", "vesselsList", "vessels", "vesselsList"],
    [
      "keeps the group where verbs are left",
      "Disks_CreateOrUpdate",
      "disks",
      "disksCreateOrUpdate",
    ],
    ["keeps a group that is its verb", "importShipLogs", "import", "importShipLogs"],
    ["leaves out a group of nouns", "harbor_ship_logs", "harbor", "shipLogs"],
    ["keeps its object", "listVessels", "vessels", "listVessels"],
  ])("%s: %s of %s is %s", (_, id, path, want) => {
    expect(camelCase(functionWords(id, path.split(".")))).toBe(want);
  });
});
