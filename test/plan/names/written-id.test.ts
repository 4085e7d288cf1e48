import { describe, expect, it } from "vitest";
import { camelCase } from "../../../generator/plan/names/words.js";
import {
  functionWords,
  withoutPath,
  withoutService,
} from "../../../generator/plan/names/written-id.js";

describe("an id that repeats path and method", () => {
  it.each([
    ["read_item_items__item_id__get", "get", "/items/{item_id}", "read_item"],
    ["health_health_get", "get", "/health", "health"],
    ["read_root__get", "get", "/", "read_root"],
    ["Read_Item_Items__Item_Id__Get", "get", "/items/{item_id}", "Read_Item"],
    ["readItemItemsItemIdGet", "get", "/items/{item_id}", "read Item"],
    ["listUsingGET", "get", "/a", "list"],
    ["addUsingPOST_1", "post", "/a", "add_1"],
    ["get-/v3/status/{email}_getEmailStatus", "get", "/v3/status/{email}", "getEmailStatus"],
    ["create_file_api_v1_files__post", "post", "/api/v1/files/", "create_file"],
  ])("%s is what a person wrote of it", (id, method, path, want) => {
    expect(withoutPath({ id, method, path })).toBe(want);
  });

  it.each([
    ["items__item_id__get", "get", "/items/{item_id}"],
    ["getItems", "get", "/items"],
    ["doGet", "get", "/"],
    ["UsingGET", "get", "/a"],
    ["listUsingGet", "get", "/a"],
    ["listItemsGet", "get", "/items"],
    ["read_item_items__item_id__get", "put", "/items/{item_id}"],
    ["get /items", "get", "/items"],
  ])("%s of %s %s is left as it is", (id, method, path) => {
    expect(withoutPath({ id, method, path })).toBe(id);
  });
});

describe("an id with a service before it", () => {
  it.each([
    ["VesselService_ListVessels", "ListVessels"],
    ["CatsController_findAll", "findAll"],
    ["VesselService.ListVessels", "ListVessels"],
    ["Disks_CreateOrUpdate", "Disks_CreateOrUpdate"],
    ["list_services_of_vessel", "list_services_of_vessel"],
    ["VesselService_2", "VesselService_2"],
  ])("%s is %s", (id, want) => {
    expect(withoutService(id)).toBe(want);
  });
});

describe("a function", () => {
  it.each([
    ["leaves out the service", "VesselService_ListVessels", "VesselService", "listVessels"],
    ["leaves out the group", "issues/list-comments", "issues", "listComments"],
    ["leaves out a nested group", "adminConversationsSetTeams", "admin.conversations", "setTeams"],
    ["keeps the group where a verb is left", "vesselsList", "vessels", "vesselsList"],
    [
      "keeps the group where verbs are left",
      "Disks_CreateOrUpdate",
      "disks",
      "disksCreateOrUpdate",
    ],
    ["keeps its object", "listVessels", "vessels", "listVessels"],
  ])("%s: %s of %s is %s", (_, id, path, want) => {
    expect(camelCase(functionWords(id, path.split(".")))).toBe(want);
  });
});
