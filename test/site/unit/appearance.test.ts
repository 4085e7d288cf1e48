import { describe, expect, it } from "vitest";
import { appearanceOf } from "../../../templates/site/appearance.js";

const site = {
  name: "Zoo <b>",
  logo: "/logo.svg",
  colors: { light: "#1f62c4", dark: "#75aefc" },
  baseUrl: "https://docs.example/zoo",
  editLink: "https://git.example/zoo/edit/main/:path",
};

describe("the setting site", () => {
  it("chooses the name, logo, icon, colors and addresses", () => {
    expect(appearanceOf({ title: "Pets", site })).toEqual({
      title: "Zoo ‹b›",
      base: "/zoo/",
      baseUrl: "https://docs.example/zoo/",
      head: [
        ["link", { rel: "icon", href: "/zoo/logo.svg" }],
        ["style", {}, ":root { --vp-c-brand-1: #1f62c4; --vp-c-brand-2: #1f62c4; }"],
        ["style", {}, ".dark { --vp-c-brand-1: #75aefc; --vp-c-brand-2: #75aefc; }"],
      ],
      sitemap: { sitemap: { hostname: "https://docs.example/zoo/" } },
      // VitePress adds the base to the path of the logo itself.
      theme: {
        logo: "/logo.svg",
        editLink: { pattern: "https://git.example/zoo/edit/main/:path" },
      },
    });
  });

  it("is optional", () => {
    expect(appearanceOf({ title: "Pets", site: {} })).toEqual({
      title: "Pets",
      base: "/",
      baseUrl: undefined,
      head: [["link", { rel: "icon", href: "data:," }]],
      sitemap: {},
      theme: {},
    });
  });
});

describe("the path of the site", () => {
  it("is another one where it is published elsewhere", () => {
    const { base, head } = appearanceOf({ title: "Pets", site }, "/preview/");
    expect(base).toBe("/preview/");
    expect(head[0]).toEqual(["link", { rel: "icon", href: "/preview/logo.svg" }]);
  });

  it("is read in time from an address of many slashes", () => {
    const slashes = "/".repeat(300_000);
    const { base } = appearanceOf({
      title: "Pets",
      site: { baseUrl: `https://a.example${slashes}b` },
    });
    expect(base).toBe(`${slashes}b/`);
  });

  it("isn't part of a logo on another host", () => {
    const logo = "https://cdn.example/logo.svg";
    const { head } = appearanceOf({ title: "Pets", site: { logo } }, "/preview/");
    expect(head[0]).toEqual(["link", { rel: "icon", href: logo }]);
  });
});
