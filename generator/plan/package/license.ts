import type { PlannedFile } from "../file.js";

/** Patterns for the names of the licenses whose text is known. */
const namePatterns: readonly (readonly [identifier: LicenseId, spelling: RegExp])[] = [
  ["MIT", /^(the )?mit( licen[cs]e)?$/i],
  ["Apache-2.0", /^(the )?apache([- ]license)?,?[- ](version |v)?2(\.0)?( licen[cs]e)?$/i],
  ["ISC", /^(the )?isc( licen[cs]e)?$/i],
  ["BSD-2-Clause", /^(the )?bsd[- ]2[- ]clause( licen[cs]e)?$/i],
  ["BSD-3-Clause", /^(the )?bsd[- ]3[- ]clause( licen[cs]e)?$/i],
];

type LicenseId = "MIT" | "Apache-2.0" | "ISC" | "BSD-2-Clause" | "BSD-3-Clause";

/** The SPDX identifier of a license; `null` if its text isn't known. */
export function licenseId(name: string): LicenseId | null {
  return namePatterns.find(([, pattern]) => pattern.test(name.trim()))?.[0] ?? null;
}

/**
 * The file `LICENSE` of a license with a known text. It has no year, so that equal input gives
 * equal bytes.
 *
 * @param holder the owner of the copyright.
 */
export function licenseFile(id: LicenseId, holder: string): PlannedFile {
  if (id === "Apache-2.0") {
    return { path: "LICENSE", from: "copy", source: "package/apache-2.0.txt" };
  }
  const [title, body] = texts[id];
  const owner = holder.replace(/\s+/g, " ").trim();
  return {
    path: "LICENSE",
    from: "text",
    text: `${title}\n\nCopyright (c) ${owner}\n\n${body}`,
  };
}

const disclaimer = `THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
`;

const conditions = `Redistribution and use in source and binary forms, with or without
modification, are permitted provided that the following conditions are met:

1. Redistributions of source code must retain the above copyright notice, this
   list of conditions and the following disclaimer.

2. Redistributions in binary form must reproduce the above copyright notice,
   this list of conditions and the following disclaimer in the documentation
   and/or other materials provided with the distribution.
`;

/** Titles and texts as SPDX lists them. */
const texts: Readonly<
  Record<Exclude<LicenseId, "Apache-2.0">, readonly [title: string, body: string]>
> = {
  MIT: [
    "MIT License",
    `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
`,
  ],
  ISC: [
    "ISC License",
    `Permission to use, copy, modify, and/or distribute this software for any
purpose with or without fee is hereby granted, provided that the above
copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH
REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY
AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM
LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR
OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR
PERFORMANCE OF THIS SOFTWARE.
`,
  ],
  "BSD-2-Clause": ["BSD 2-Clause License", `${conditions}\n${disclaimer}`],
  "BSD-3-Clause": [
    "BSD 3-Clause License",
    `${conditions}
3. Neither the name of the copyright holder nor the names of its contributors
   may be used to endorse or promote products derived from this software
   without specific prior written permission.

${disclaimer}`,
  ],
};
