import { describe, expect, it } from "vitest";
import {
  camelCase,
  constantCase,
  kebabCase,
  pascalCase,
} from "../../../generator/plan/names/words.js";

describe("words are joined", () => {
  it.each([
    ["ListDomains", "ListDomains", "listDomains", "list-domains", "LIST_DOMAINS"],
    ["list_domains", "ListDomains", "listDomains", "list-domains", "LIST_DOMAINS"],
    ["list-domains", "ListDomains", "listDomains", "list-domains", "LIST_DOMAINS"],
    ["list domains", "ListDomains", "listDomains", "list-domains", "LIST_DOMAINS"],
    ["listDomains", "ListDomains", "listDomains", "list-domains", "LIST_DOMAINS"],
    ["LIST_DOMAINS", "LISTDOMAINS", "listDOMAINS", "list-domains", "LIST_DOMAINS"],
    ["URLList", "URLList", "urlList", "url-list", "URL_LIST"],
    ["OAuthToken", "OAuthToken", "oAuthToken", "oauth-token", "OAUTH_TOKEN"],
    [
      "Organization's Members",
      "OrganizationsMembers",
      "organizationsMembers",
      "organizations-members",
      "ORGANIZATIONS_MEMBERS",
    ],
    ["CNameTarget", "CNameTarget", "cNameTarget", "c-name-target", "C_NAME_TARGET"],
    ["v1Pets2", "V1Pets2", "v1Pets2", "v1-pets2", "V1_PETS2"],
    ["get /pets/{id}", "GetPetsId", "getPetsId", "get-pets-id", "GET_PETS_ID"],
    ["1st-thing", "1stThing", "1stThing", "1st-thing", "1ST_THING"],
    [
      "Éclair à la crème",
      "EclairALaCreme",
      "eclairALaCreme",
      "eclair-a-la-creme",
      "ECLAIR_A_LA_CREME",
    ],
    ["$ref", "Ref", "ref", "ref", "REF"],
    ["__proto__", "Proto", "proto", "proto", "PROTO"],
    [`a*/b\n\`\${c}\`\u2028d`, "ABCD", "aBCD", "a-b-c-d", "A_B_C_D"],
    ["東京 map", "東京Map", "東京Map", "東京-map", "U6771_U4EAC_MAP"],
    ["Ёлка_й", "ЁлкаЙ", "ёлкаЙ", "ёлка-й", "U401_U43B_U43A_U430_U439"],
    ["한글", "한글", "한글", "한글", "UD55C_UAE00"],
    ["🎉", "U1f389", "u1f389", "u1f389", "U1F389"],
    ["..", "U2eU2e", "u2eU2e", "u2e-u2e", "U2E_U2E"],
    ["", "", "", "", ""],
  ])("%j", (text, pascal, camel, kebab, constant) => {
    expect(pascalCase(text)).toBe(pascal);
    expect(camelCase(text)).toBe(camel);
    expect(kebabCase(text)).toBe(kebab);
    expect(constantCase(text)).toBe(constant);
  });
});
