/** Splits a list at its commas. */
const split = (text: string) => text.trim().split(/\s*,\s*/);

type Wording = {
  /** With their articles. */
  nouns: string[];
  /** « of » before a noun, contracted with its article. */
  genitive: (noun: string) => string;
  verbs: string[];
  adverbs: string[];
  starters: string[];
  links: string[];
  /** A chapter's title. */
  step: (position: number) => string;
  keyPoints: string[];
  discovering: string;
};

const spanish: Wording = {
  nouns: split(`el camino, el jardín, el oficio, el silencio, el pueblo, el mercado, el viaje, el cuaderno, el taller,
    el dibujo, el fuego, el hilo, el trigo, el puente, el barco, el lago, el viento, el invierno, el panadero, el niño,
    la luz, la paciencia, la pregunta, la respuesta, la memoria, la ventana, la calle, la ciudad, la montaña, la harina,
    la masa, la piedra, la madera, la página, la carta, la lección, la familia, la playa, la lluvia, la abeja`),
  genitive: (noun) => `de ${noun}`.replace("de el ", "del "),
  verbs: split(`transforma, ilumina, prolonga, acompaña, recuerda, prepara, protege, revela, completa, refuerza,
    atraviesa, alimenta, descubre, guarda, comparte, organiza, corrige, compara, observa, respeta, encuentra, anuncia,
    conserva, distingue, rodea, explica, imita, sostiene, sorprende, reúne`),
  adverbs: split(`despacio, a menudo, a veces, siempre, poco a poco, sin ruido, cada día, desde lejos, con cuidado,
    sin prisa, en secreto, de otra manera`),
  starters: split(`Cada mañana, Con los meses, Por lo general, Por el contrario, Por ejemplo, Por su parte,
    Con el tiempo, En la práctica, Desde hace mucho, A esta hora, Para empezar, Un poco más lejos, A primera vista,
    Al fin y al cabo, Desde el principio`),
  links: split(`mientras que, porque, en cuanto, cuando, de modo que, ya que, y, pero, aunque, donde`),
  step: (position) => `Paso ${position} del descubrimiento`,
  keyPoints: ["Comprender el principio", "Ver un ejemplo de cerca", "Practicar con las manos"],
  discovering: "Descubrir",
};

const german: Wording = {
  nouns: split(`der Weg, der Garten, der Morgen, der Markt, der Bäcker, der Brunnen, der Winter, der Wind, der Baum,
    der Stein, der Brief, der See, der Faden, der Turm, der Teig, das Brot, das Dorf, das Feuer, das Holz, das Salz,
    das Schiff, das Wasser, das Fenster, das Gespräch, das Handwerk, die Geduld, die Frage, die Antwort,
    die Erinnerung, die Straße, die Stadt, die Wiese, die Jahreszeit, die Mühle, die Wolle, die Seite, die Schule,
    die Familie, die Küste, die Biene`),
  genitive: (noun) => `von ${noun}`.replace(/ (?:der|das) /, " dem ").replace(" die ", " der "),
  verbs: split(`verwandelt, beleuchtet, verlängert, begleitet, schützt, zeigt, ergänzt, stärkt, durchquert, ernährt,
    entdeckt, bewahrt, teilt, ordnet, verbessert, vergleicht, beobachtet, achtet, findet, verändert, umgibt, erklärt,
    formt, führt, ersetzt, trägt, sammelt, verbindet, überrascht, berührt`),
  adverbs: split(`langsam, oft, manchmal, sanft, lange, wirklich, sofort, nach und nach, ohne Lärm, jeden Tag,
    auf eigene Weise, mit Sorgfalt, ohne Eile, immer wieder, heimlich`),
  starters: split(`Jeden Morgen, Im Lauf der Monate, In der Regel, Im Gegensatz dazu, Zum Beispiel, Mit der Zeit,
    In der Praxis, Seit langem, Zu dieser Stunde, Unterwegs, Zu Beginn, Ein wenig weiter, An manchen Tagen,
    Auf den ersten Blick, Am Ende`),
  links: split(`während, weil, sobald, wo, wenn, sodass, und, aber, denn, obwohl`),
  step: (position) => `Schritt ${position} der Entdeckung`,
  keyPoints: ["Das Prinzip verstehen", "Ein Beispiel genau ansehen", "Mit den eigenen Händen üben"],
  discovering: "Wir entdecken",
};

const italian: Wording = {
  nouns: split(`il cammino, il giardino, il mestiere, il silenzio, il mattino, il mercato, il viaggio, il quaderno,
    il disegno, il fuoco, il legno, il filo, il pane, il sale, il grano, il ponte, il battello, il lago, il vento,
    il fornaio, la luce, la pazienza, la domanda, la risposta, la memoria, la finestra, la strada, la città,
    la montagna, la stagione, la farina, la pietra, la lana, la pagina, la lettera, la lezione, la famiglia,
    la spiaggia, la pioggia, la foglia`),
  genitive: (noun) => `di ${noun}`.replace("di il ", "del ").replace("di la ", "della "),
  verbs: split(`trasforma, illumina, prolunga, accompagna, ricorda, prepara, protegge, rivela, completa, rafforza,
    attraversa, nutre, scopre, custodisce, condivide, organizza, corregge, confronta, osserva, rispetta, ritrova,
    annuncia, conserva, distingue, circonda, spiega, imita, sostiene, sorprende, raccoglie`),
  adverbs: split(`lentamente, spesso, talvolta, dolcemente, a lungo, davvero, subito, a poco a poco, senza rumore,
    ogni giorno, da lontano, con cura, senza fretta, di nascosto`),
  starters: split(`Ogni mattina, Con il passare dei mesi, Di solito, Al contrario, Per esempio, Da parte sua,
    Col tempo, In pratica, Da molto tempo, A quest’ora, Lungo la strada, Per cominciare, Un po’ più lontano,
    In certi giorni, A prima vista`),
  links: split(`mentre, perché, appena, quando, così che, poiché, e, ma, anche se, dove`),
  step: (position) => `Passo ${position} della scoperta`,
  keyPoints: ["Capire il principio", "Vedere un esempio da vicino", "Provare con le proprie mani"],
  discovering: "Scoprire",
};

const portuguese: Wording = {
  nouns: split(`o caminho, o jardim, o ofício, o silêncio, o mercado, o caderno, o desenho, o fogo, o fio, o pão,
    o sal, o trigo, o fruto, o conto, o porto, o barco, o lago, o vento, o inverno, o padeiro, a luz, a paciência,
    a pergunta, a resposta, a memória, a janela, a rua, a cidade, a montanha, a estação, a farinha, a massa, a pedra,
    a lã, a página, a carta, a lição, a família, a praia, a chuva`),
  genitive: (noun) => `de ${noun}`.replace("de o ", "do ").replace("de a ", "da "),
  verbs: split(`transforma, ilumina, prolonga, acompanha, recorda, prepara, protege, revela, completa, reforça,
    atravessa, alimenta, descobre, guarda, partilha, organiza, corrige, compara, observa, respeita, encontra, anuncia,
    conserva, distingue, rodeia, explica, imita, sustenta, surpreende, reúne`),
  adverbs: split(`devagar, muitas vezes, às vezes, com doçura, pouco a pouco, sem ruído, todos os dias, de longe,
    com cuidado, sem pressa, em segredo, de outra maneira`),
  starters: split(`Todas as manhãs, Com o passar dos meses, Em geral, Pelo contrário, Por exemplo, Por seu lado,
    Com o tempo, Na prática, Há muito tempo, A esta hora, Pelo caminho, Para começar, Um pouco mais longe,
    À primeira vista, No fim de contas`),
  links: split(`enquanto, porque, assim que, quando, de modo que, já que, e, mas, embora, onde`),
  step: (position) => `Passo ${position} da descoberta`,
  keyPoints: ["Compreender o princípio", "Ver um exemplo de perto", "Praticar com as próprias mãos"],
  discovering: "Descobrir",
};

const dutch: Wording = {
  nouns: split(`de weg, de tuin, de morgen, de markt, de bakker, de winter, de wind, de boom, de steen, de brief,
    de rivier, de draad, de toren, de molen, de vraag, de herinnering, de straat, de stad, de weide, de wol,
    de bladzijde, de school, de familie, de kust, de bij, het brood, het dorp, het vuur, het hout, het zout, het schip,
    het water, het venster, het gesprek, het ambacht, het geduld, het antwoord, het verhaal, het deeg, het licht`),
  genitive: (noun) => `van ${noun}`,
  verbs: split(`verandert, verlicht, verlengt, begeleidt, beschermt, toont, vervolledigt, versterkt, doorkruist, voedt,
    ontdekt, bewaart, deelt, ordent, verbetert, vergelijkt, bekijkt, respecteert, vindt, wijzigt, omringt, verklaart,
    vormt, leidt, vervangt, draagt, verzamelt, verbindt, verrast, raakt`),
  adverbs: split(`langzaam, vaak, soms, zachtjes, lang, werkelijk, meteen, beetje bij beetje, zonder geluid, elke dag,
    op eigen wijze, met zorg, zonder haast, steeds weer, stiekem`),
  starters: split(`Elke ochtend, In de loop van de maanden, Over het algemeen, Daarentegen, Bijvoorbeeld,
    Met de tijd, In de praktijk, Sinds lang, Op dit uur, Onderweg, Om te beginnen, Een beetje verder,
    Op sommige dagen, Op het eerste gezicht, Uiteindelijk`),
  links: split(`terwijl, omdat, zodra, waar, wanneer, zodat, en, maar, want, hoewel`),
  step: (position) => `Stap ${position} van de ontdekking`,
  keyPoints: ["Het principe begrijpen", "Een voorbeeld van dichtbij bekijken", "Met eigen handen oefenen"],
  discovering: "Wij ontdekken",
};

/** What the fake model writes of, in the languages whose prompts are in English. */
export const otherLanguages = { es: spanish, de: german, it: italian, pt: portuguese, nl: dutch };
export type OtherLanguage = keyof typeof otherLanguages;
