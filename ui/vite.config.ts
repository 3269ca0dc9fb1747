import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [svelte()],
  clearScreen: false,
  server: { port: 1420, strictPort: true, fs: { allow: [".."] } },
  // The oldest webview that the window meets: WebKitGTK 2.40 of Debian 12 before its security updates.
  build: { target: "safari16.4", assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
});
