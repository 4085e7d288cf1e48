/** File extensions by media type. */
const byType: readonly (readonly [type: RegExp, ending: string])[] = [
  [/^image\/jpe?g\b/i, "jpg"],
  [/^image\/(gif|webp)\b/i, "$1"],
  [/^image\/svg/i, "svg"],
  [/^image\//i, "png"],
  [/^application\/(pdf|zip|json|gzip)\b/i, "$1"],
  [/^text\/(csv|html|xml)\b/i, "$1"],
  [/^text\//i, "txt"],
  [/^audio\//i, "mp3"],
  [/^video\//i, "mp4"],
];

/** File extensions by field name, for files without a media type. */
const byName: readonly (readonly [name: RegExp, ending: string])[] = [
  [/image|photo|picture|avatar|logo|icon|thumbnail|cover/i, "png"],
  [/csv/i, "csv"],
  [/pdf|document|invoice|receipt/i, "pdf"],
  [/zip|archive/i, "zip"],
  [/audio|voice|sound/i, "mp3"],
  [/video|movie/i, "mp4"],
];

/** A plausible file name: `avatar.png`. */
export function sampleFile(name: string, contentType: string | null): string {
  const [type = ""] = (contentType ?? "").split(/[,;]/);
  const [pattern, ending] = byType.find(([each]) => each.test(type.trim())) ?? [];
  const told = pattern && ending ? pattern.exec(type.trim())?.[1] : undefined;
  const guessed = byName.find(([each]) => each.test(name))?.[1] ?? "bin";
  const stem = name.replace(/[^\w-]+/g, "-").replace(/^-+|-+$/g, "");
  return `${stem === "" || stem === "body" ? "file" : stem}.${ending?.replace("$1", told ?? "") ?? guessed}`;
}
