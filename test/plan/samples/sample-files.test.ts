import { expect, it } from "vitest";
import { rawCode } from "../../../generator/plan/samples/raw-code.js";
import { fileCode, fileNameOf, opensFiles } from "../../../generator/plan/samples/sample-files.js";

it.each<[name: string, sample: unknown, want: boolean]>([
  ["with a file", { photo: fileCode("photo", null) }, true],
  ["with a list of files", { photos: [fileCode("photo", null)] }, true],
  ["with a text that looks like code", { title: "await openAsBlob(" }, false],
  ["with other code", { body: rawCode("new Blob([])") }, false],
])("tells whether a sample %s opens files", (_, sample, want) => {
  expect(opensFiles(sample)).toBe(want);
});

it("knows the name of a file", () => {
  expect(fileNameOf(fileCode("photo", "image/jpeg"))).toBe("photo.jpg");
  expect(fileNameOf("photo.jpg")).toBeNull();
});
