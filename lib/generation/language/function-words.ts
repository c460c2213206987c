/** The words that hold sentences together: a text of some length in a language cannot do without them. */
const lists: Record<string, string> = {
  fr: `le la les l un une des du de d au aux à et ou où mais donc car ni que qu qui quoi dont lequel laquelle lesquels
    ce cet cette ces cela ceci ça c se s sa son ses leur leurs mon ma mes ton ta tes notre nos votre vos je j tu il elle
    on nous vous ils elles me m te t lui eux y en dans par pour sur sous sans avec chez vers entre contre depuis pendant
    avant après dès jusque jusqu lorsque lorsqu quand comme si puisque parce afin ainsi alors aussi plus moins très trop
    peu bien ne n pas point jamais rien aucun aucune tout toute tous toutes même mêmes autre autres chaque quelque quelques
    plusieurs est sont était étaient sera seront être a ont avait avaient avoir fait faire peut peuvent doit doivent faut
    encore déjà puis ici là`,
  en: `the a an and or but if of to in on at by for with from into onto about over under between through after before
    during without within is are was were be been being am has have had having do does did will would can could should
    may might must shall not no nor this that these those there here it its he she they them their his her him we us our
    you your i my me who whom whose which what when where why how than then so as such some any each every all both more
    most much many very too also just only own same other because while until although though`,
  es: `el la los las un una unos unas de del al y e o u pero sino que quien cuyo cual como cuando donde porque aunque si no
    ni en con por para sin sobre entre desde hasta hacia según es son era eran ser está están fue fueron ha han había hay
    se su sus lo le les me te nos mi mis tu yo él ella ellos ellas usted esto esta este estos estas eso ese esa muy más
    menos ya también todo toda todos todas cada otro otra otros otras`,
  it: `il lo la i gli l dell nell all dall sull quell quest le un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla in nel nella
    nei nelle con su sul sulla per tra fra e ed o ma che chi cui non né è sono era erano essere ha hanno aveva si se ci vi
    ne mi ti lui lei loro noi voi questo questa questi queste quello quella più meno molto anche come quando dove perché
    già ancora ogni tutto tutta tutti tutte altro altra altri suo sua suoi mio mia`,
  de: `der die das den dem des ein eine einen einem einer eines und oder aber denn sondern nicht kein keine ist sind war
    waren sein wird werden wurde hat haben hatte kann können muss müssen soll ich du er sie es wir ihr sich mich mir ihm
    ihn ihnen uns euch mein dein seine ihre unser zu zum zur in im an am auf aus bei beim mit nach von vom vor für über
    unter zwischen durch ohne um gegen bis seit während wenn als wie wo was wer dass ob weil auch noch nur schon sehr mehr
    so dann dort hier alle jeder jede dieser diese dieses`,
  pt: `o a os as um uma uns umas de do da dos das em no na nos nas ao aos à às por pelo pela pelos pelas para com sem sob
    sobre entre até desde e ou mas que quem qual como quando onde porque se não nem é são era eram ser está estão foi foram
    há tem têm tinha ele ela eles elas eu você vocês lhe lhes me te seu sua seus suas meu minha isso isto este esta esse
    essa muito mais menos já também todo toda todos todas cada outro outra outros outras`,
  nl: `de het een en of maar want dus niet geen is zijn was waren wordt worden werd heeft hebben had kan kunnen moet moeten
    zal zullen ik je jij hij zij ze wij we jullie u hem haar hun ons mijn jouw dit dat deze die er hier daar in op aan van
    voor met door bij naar om te tot uit over onder tussen zonder tegen na als dan toen wanneer waar wie wat hoe omdat
    terwijl ook nog al wel heel zeer meer meest veel alle elke ieder andere`,
  ca: `l d s el la els les un una uns unes de del dels al als i o però que qui com quan on perquè si no ni en amb per sense sobre
    entre des fins és són era eren ser està estan ha han hi es se seu seva seus seves aquest aquesta aquests aquestes això
    molt més menys ja també tot tota tots totes cada altre altra altres`,
  ro: `un o unui unei cel cea cei cele al a ai ale de la în din pe cu pentru prin fără sub peste între după și sau dar că să
    care ce cine cum când unde dacă nu nici este sunt era erau fi a fost au are avea se își lui ei lor său sa mai foarte tot
    toată toți toate acest această aceste acești`,
};

const words = new Map(Object.entries(lists).map(([language, list]) => [language, new Set(list.trim().split(/\s+/))]));

export const functionWordsOf = (language: string): ReadonlySet<string> => words.get(language) ?? new Set();

/** The languages that the function words of a text are compared with. */
export const comparedLanguages = [...words.keys()];
