//! How the window's screens are built and tested.
import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vitest/config";
import { handbook } from "./handbook.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [vue(), handbook()],
  resolve: { alias: { "@assets": here("../assets"), "@": here("./src") } },
  // Paths stay relative so that the same files open from Tauri's own protocol.
  base: "./",
  server: { port: 5173, strictPort: true, fs: { allow: [here("..")] } },
  // WebKitGTK, the oldest of the three web views, sets the pace.
  build: { target: "safari16", sourcemap: false, chunkSizeWarningLimit: 1200 },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.ts", "tests/**/*.test.ts"],
    server: { deps: { inline: [/@fkui\//] } },
  },
});
