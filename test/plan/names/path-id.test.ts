import { describe, expect, it } from "vitest";
import { pathTitle, withoutPath } from "../../../generator/plan/names/path-id.js";

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
    ["owners_attach_card_create", "post", "/owners/{id}/attach_card/", "owners_attach_card"],
    ["owners_attach_card_partial_update", "patch", "/o/{id}/attach_card/", "owners_attach_card"],
    [
      "owners_stripe_get_card_retrieve",
      "get",
      "/o/{id}/stripe_get_card/",
      "owners_stripe_get_card",
    ],
    ["vessels_task_list_list", "get", "/vessels/task_list/", "vessels_task_list"],
    ["get_ship_log_endpoint", "get", "/ship-log/{id}", "get_ship_log"],
    ["list_tracks_route", "get", "/tracks", "list_tracks"],
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
    ["owners_attach_card_create", "put", "/owners/{id}/attach_card/"],
    ["vessels_address_list", "get", "/vessels/{id}/address/"],
    ["verify_create", "post", "/verify/"],
    ["create_webhook_endpoint", "post", "/webhook-endpoints"],
    ["calculate_best_route", "post", "/directions"],
  ])("%s of %s %s is left as it is", (id, method, path) => {
    expect(withoutPath({ id, method, path })).toBe(id);
  });
});

describe("an id of method and path, or a hash", () => {
  it.each([
    [
      "deleteAppsAppIdNamespacesNamespaceId",
      "delete",
      "/apps/{app_id}/namespaces/{namespace_id}",
      "delete app namespace",
    ],
    ["GetBehaviorsId", "get", "/behaviors/{id}", "get behavior"],
    ["DELETE_players-playerId", "delete", "/players/{playerId}", "delete player"],
    [
      "PostCustomersCustomerSourcesIdVerify",
      "post",
      "/v1/customers/{customer}/sources/{id}/verify",
      "verify customer source",
    ],
    ["put_folders_id_locks_id", "put", "/folders/{folder_id}/locks/{lock_id}", "put folder lock"],
    ["api_pets_id_get", "get", "/api/pets/{id}", "get pet"],
    ["get_v1_pets", "get", "/v1/pets", "get pets"],
    ["get /v1/pets", "get", "/v1/pets", "get pets"],
    [
      "get /accounts/{accountId}/transactions",
      "get",
      "/accounts/{accountId}/transactions",
      "get account transactions",
    ],
    ["delete /draft_posts/{draft_id}", "delete", "/draft_posts/{draft_id}", "delete draft post"],
    ["get /categories/{category}", "get", "/categories/{category}", "get category"],
    [
      "get /box-office/addresses/{address-id}",
      "get",
      "/box-office/addresses/{address-id}",
      "get box office address",
    ],
    ["58d8bcb7a9e6240e200cff24", "get", "/flights/{id}", "get flight"],
    ["get /pets/{id}", "get", "/pets/{id}", "get pet"],
    ["delete /levels/{index}", "delete", "/levels/{index}", "delete level"],
    ["post /decks/{id}/copy", "post", "/decks/{id}/copy", "copy deck"],
    [
      "post /apps/{app_id}/keys/{key_id}/revoke",
      "post",
      "/apps/{app_id}/keys/{key_id}/revoke",
      "revoke app key",
    ],
    ["post /users/{id}/order", "post", "/users/{id}/order", "post user order"],
    ["post-refundTransfers", "post", "/refundTransfers", "refund transfers"],
    ["post-stores-id-addTags", "post", "/stores/{id}/addTags", "add store tags"],
    ["PlantGet-reason-codesGet", "get", "/plant/get-reason-codes", "get plant reason codes"],
    ["OwnerBy-external-idGet", "get", "/owner/by-external-id", "get owner by external id"],
  ])("%s of %s %s is named %s", (id, method, path, want) => {
    expect(pathTitle({ id, method, path })?.words.toLowerCase()).toBe(want);
  });

  it.each([
    ["get /status/{id}", "get", "/status/{id}"],
    ["post /revoke", "post", "/revoke"],
    ["get /flights/reset", "get", "/flights/reset"],
    ["get /x/{y}/open-response", "get", "/x/{y}/open-response"],
    ["html-renderer-post", "post", "/html-renderer"],
    ["get /pets/{owner}", "get", "/pets/{owner}"],
    ["get /v1", "get", "/v1"],
    ["get /", "get", "/"],
    ["getPets", "get", "/pets"],
    ["listPetsId", "get", "/pets/{id}"],
    ["getPetById", "get", "/pets/{id}"],
    ["petsGet", "get", "/v1/pets"],
    ["getPostgreSQLInstances", "get", "/postgresql/instances"],
  ])("%s of %s %s is kept", (id, method, path) => {
    expect(pathTitle({ id, method, path })).toBeNull();
  });
});
