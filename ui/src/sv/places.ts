//! Words of places whose screens are still calm pages: what will stand there.

export const empty = {
  homes: {
    title: "Inga hem i registret",
    text: "Här står alla hem med lediga platser, kontroller och senaste svar om vad de kan ta emot.",
    first: "Hämta in vårt gamla register",
  },
  matching: {
    title: "Inget barn väntar på hem",
    text: "Här står barnets egna ord och behov, och bredvid dem varje hem i fyra band med skälen i ord.",
  },
  placements: {
    title: "Inga placeringar",
    text: "Här står placeringarna med sina klockor, nämndens sammanträden och papperen till dem.",
  },
  providers: {
    title: "Inga leverantörer",
    text: "Här står konsulentverksamheter med avtal, tillstånd, priser och uppföljning.",
  },
  figures: {
    title: "Inget att följa upp än",
    text: "Här står måtten med sin definition och listan bakom varje tal.",
  },
  import: {
    title: "Hämta in ert gamla register",
    text: "Välj kalkylarket där ni har era hem. Du ser en förhandsgranskning innan något sparas.",
  },
} as const;
