import type { BookLanguage } from "../../contract/book.ts";

type Labels = {
  book: string;
  chapter: string;
  cover: string;
  titlePage: string;
  contents: string;
  notes: string;
  noteBack: string;
  done: string;
  toDo: string;
  /** Ends a book that cites nothing. */
  noSource: string;
};

/** What a file says that is not of the book's text, in the book's language. */
export const labelsIn: Record<BookLanguage, Labels> = {
  fr: {
    book: "Livre",
    chapter: "Chapitre",
    cover: "Couverture",
    titlePage: "Page de titre",
    contents: "Table des matières",
    notes: "Notes",
    noteBack: "Retour à l’appel de note",
    done: "fait",
    toDo: "à faire",
    noSource: "Ce livre ne cite aucune source.",
  },
  en: {
    book: "Book",
    chapter: "Chapter",
    cover: "Cover",
    titlePage: "Title page",
    contents: "Contents",
    notes: "Notes",
    noteBack: "Back to note reference",
    done: "done",
    toDo: "to do",
    noSource: "This book cites no source.",
  },
  es: {
    book: "Libro",
    chapter: "Capítulo",
    cover: "Cubierta",
    titlePage: "Portada",
    contents: "Índice",
    notes: "Notas",
    noteBack: "Volver a la llamada de nota",
    done: "hecho",
    toDo: "por hacer",
    noSource: "Este libro no cita ninguna fuente.",
  },
  de: {
    book: "Buch",
    chapter: "Kapitel",
    cover: "Umschlag",
    titlePage: "Titelseite",
    contents: "Inhalt",
    notes: "Anmerkungen",
    noteBack: "Zurück zum Verweis",
    done: "erledigt",
    toDo: "zu erledigen",
    noSource: "Dieses Buch nennt keine Quelle.",
  },
  it: {
    book: "Libro",
    chapter: "Capitolo",
    cover: "Copertina",
    titlePage: "Frontespizio",
    contents: "Indice",
    notes: "Note",
    noteBack: "Torna al richiamo di nota",
    done: "fatto",
    toDo: "da fare",
    noSource: "Questo libro non cita alcuna fonte.",
  },
  pt: {
    book: "Livro",
    chapter: "Capítulo",
    cover: "Capa",
    titlePage: "Folha de rosto",
    contents: "Índice",
    notes: "Notas",
    noteBack: "Voltar à chamada de nota",
    done: "feito",
    toDo: "por fazer",
    noSource: "Este livro não cita nenhuma fonte.",
  },
  nl: {
    book: "Boek",
    chapter: "Hoofdstuk",
    cover: "Omslag",
    titlePage: "Titelpagina",
    contents: "Inhoud",
    notes: "Noten",
    noteBack: "Terug naar nootverwijzing",
    done: "gedaan",
    toDo: "te doen",
    noSource: "Dit boek noemt geen bronnen.",
  },
};
