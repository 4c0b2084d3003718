// Its first file takes this one's place.
