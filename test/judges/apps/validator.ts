import express, { type NextFunction, type Request, type Response } from "express";
import { middleware } from "express-openapi-validator";

// Takes only what a document describes, and says with status 400 to 415 what it refuses.

const [document = ""] = process.argv.slice(2);

const app = express();
app.use((request: Request, _: Response, next: NextFunction) => {
  // The validator reads cookies where `cookie-parser` would have put them.
  request.cookies = Object.fromEntries(
    new URLSearchParams(request.headers.cookie?.replaceAll("; ", "&")),
  );
  next();
});
app.use(express.text({ type: ["text/*", "application/xml"] }));
app.use(express.raw({ type: ["application/octet-stream", "image/*"] }));
app.use(express.json({ type: ["application/json", "application/*+json"], strict: false }));
app.use(express.urlencoded({ extended: true }));
app.use(
  middleware({
    apiSpec: document,
    validateRequests: { allowUnknownQueryParameters: false },
    // Only that a credential is there, where the document wants one.
    validateSecurity: true,
    validateApiSpec: false,
  }),
);
app.use((_: Request, response: Response) => {
  response.status(204).end();
});
app.use((cause: unknown, _: Request, response: Response, next: NextFunction) => {
  // The shape of the validator's errors; another one has neither.
  const { status = 500, message } = cause as { status?: number; message: string };
  if (response.headersSent) return next(cause);
  return response.status(status).json({ violation: message });
});

const server = app.listen(0, "127.0.0.1", () => {
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  // biome-ignore lint/suspicious/noConsole: what starts this reads the URL.
  console.log(`listening on http://127.0.0.1:${port}`);
});
