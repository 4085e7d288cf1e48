import { defineConfig } from "vite";

// The bundle runs in Node.js, which has no document for the polyfill.
export default defineConfig({ build: { modulePreload: { polyfill: false } } });
