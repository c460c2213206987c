import "@fontsource-variable/literata/opsz.css";
import "@fontsource-variable/literata/opsz-italic.css";
import "@fontsource-variable/geist/index.css";
import "@fontsource-variable/geist-mono/index.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { Header } from "#app/_components/header/header.tsx";
import { Providers } from "#app/_components/providers.tsx";

export const metadata: Metadata = {
  title: { default: "Sorami", template: "%s — Sorami" },
  description: "Sorami écrit des livres, chapitre après chapitre, et les livre par webhook.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f9f7f2" },
    { media: "(prefers-color-scheme: dark)", color: "#1b1511" },
  ],
};

export default function RootLayout({ children }: LayoutProps<"/">) {
  return (
    <html lang="fr">
      <body>
        <Providers>
          <a
            href="#contenu"
            className="sr-only rounded-lg bg-ink px-4 py-2 text-paper focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50"
          >
            Aller au contenu
          </a>
          <Header />
          <main id="contenu" tabIndex={-1} className="mx-auto max-w-6xl px-5 pb-24 outline-none sm:px-8">
            {children}
          </main>
        </Providers>
      </body>
    </html>
  );
}
