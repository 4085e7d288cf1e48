// @ts-check
// The second step of the action: comments the comparison on the pull request, then fails if it should.

import { readFileSync } from "node:fs";
import { join } from "node:path";

const {
  SDKWRIGHT_BREAKING: isBreaking = "false",
  SDKWRIGHT_COMMENT: mayComment = "true",
  SDKWRIGHT_FAIL_ON_BREAKING: failsOnBreaking = "false",
  SDKWRIGHT_TOKEN: token = "",
  GITHUB_API_URL: api = "https://api.github.com",
  GITHUB_EVENT_PATH: eventPath = "",
  GITHUB_REPOSITORY: repository = "",
  RUNNER_TEMP: temporary = "",
} = process.env;

/** Marks the comment, so that the next run updates it. */
const marker = "<!-- sdkwright diff -->";

const number = JSON.parse(readFileSync(eventPath, "utf8")).pull_request?.number;
if (mayComment === "true" && number !== undefined) await comment();
if (isBreaking === "true" && failsOnBreaking === "true") {
  process.stdout.write("::error::A change breaks users of the package.\n");
  process.exitCode = 1;
}

async function comment() {
  const text = readFileSync(join(temporary, "sdkwright-diff.md"), "utf8");
  const body = JSON.stringify({ body: `${marker}\n${text}` });
  const own = await ownComment();
  const response = await (own === undefined
    ? request(`/issues/${number}/comments`, { method: "POST", body })
    : request(`/issues/comments/${own.id}`, { method: "PATCH", body }));
  if (response.ok) return;
  // Pull requests from forks have a token that only reads.
  process.stdout.write(
    `::notice::GitHub refused the comment (${response.status}): the changes are in the summary of the run. The token needs pull-requests: write.\n`,
  );
}

/** The comment of an earlier run. Anyone can write the marker, but not as a bot. */
async function ownComment() {
  for (let page = 1; ; page += 1) {
    const response = await request(`/issues/${number}/comments?per_page=100&page=${page}`);
    /** @type {{ id: number, body?: string, user?: { type?: string } }[]} */
    const comments = response.ok ? await response.json() : [];
    const own = comments.find(({ body, user }) => user?.type === "Bot" && body?.startsWith(marker));
    if (own !== undefined || comments.length < 100) return own;
  }
}

/**
 * @param {string} path
 * @param {RequestInit} [options]
 */
function request(path, options = {}) {
  return fetch(`${api}/repos/${repository}${path}`, {
    ...options,
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
    },
  });
}
