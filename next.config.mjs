// JavaScript, since of a `.ts` each start of Next makes JavaScript first, with a compiler it would not load otherwise.
import { compressStatic } from "./scripts/brotli.ts";

const headers = {
  "Content-Security-Policy": "base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};

/** @type {import("next").NextConfig} */
const config = {
  cacheComponents: true,
  partialPrefetching: true,
  typedRoutes: true,
  // `npm run typecheck` does it: here it would take a third of the build.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // A sender follows no redirect: the receiver answers under both spellings.
  skipTrailingSlashRedirect: true,
  headers: async () => [
    { source: "/:path*", headers: Object.entries(headers).map(([key, value]) => ({ key, value })) },
  ],
  compiler: { runAfterProductionCompile: ({ distDir }) => compressStatic(distDir) },
  // Routes are loaded when they are asked for: all of them from the start take longer and more memory.
  experimental: { preloadEntriesOnStart: false },
  serverExternalPackages: ["@electric-sql/pglite", "pg-boss", "pglite-prisma-adapter", "piscina"],
  outputFileTracingIncludes: {
    // The demonstration model reads its pages where the queue is worked.
    "/api/queue/drain": ["./lib/generation/models/demo/chapters/*.md"],
    // The thread that parses is started by its path, which no bundle knows.
    "/{api,books,jobs}/**": [
      "package.json",
      "lib/document/*.ts",
      "node_modules/{hast-util,mdast-util,micromark,unist-util,vfile}*/**/*.{js,json}",
      "node_modules/{bail,ccount,character-entities*,comma-separated-tokens,decode-named-character-reference,devlop,escape-string-regexp,html-void-elements,katex,longest-streak,markdown-table,property-information,space-separated-tokens,stringify-entities,trim-lines,zwitch,@ungap}/**/*.{js,mjs,json}",
    ],
    // So is the thread that makes a book's file.
    "/api/books/*/{epub,docx}": [
      "lib/library/{links.ts,export/**/*.ts}",
      "node_modules/{xast-util-to-xml,xastscript,web-namespaces,fflate}/**/*.{js,cjs,mjs,json}",
      "node_modules/docx/{package.json,dist/{index,layout}.mjs}",
    ],
    // And the process that sets its pages, with its template and its fonts.
    "/api/books/*/pdf": [
      "lib/library/{links.ts,export/**/*.{ts,typ}}",
      "node_modules/@myriaddreamin/typst-ts-node-compiler*/**/*.{js,cjs,mjs,json,node}",
      "node_modules/@expo-google-fonts/literata/{400Regular,700Bold}*/*.ttf",
      "node_modules/@expo-google-fonts/noto-emoji/400Regular/*.ttf",
      "node_modules/dejavu-fonts-ttf/ttf/DejaVuSans{,-Bold,Mono,Mono-Bold}.ttf",
    ],
    // So is the thread that reads a manuscript, or a document, a PDF too.
    "/api/{manuscripts,documents}": [
      "lib/{manuscript,reference,document,contract}/**/*.ts",
      "node_modules/{mammoth,@xmldom,underscore,jszip,lie,immediate,pako,lop,duck,option,dingbat-to-unicode,base64-js,xmlbuilder,setimmediate,readable-stream,core-util-is,inherits,isarray,process-nextick-args,safe-buffer,string_decoder,util-deprecate}/**/*.{js,cjs,mjs,json}",
      "node_modules/{unpdf,yauzl,pend,fflate,zod,htmlparser2,domhandler,domutils,dom-serializer,domelementtype,entities,rehype-minify-whitespace,trim-trailing-lines,collapse-white-space}/**/*.{js,cjs,mjs,json}",
    ],
  },
};

export default config;
