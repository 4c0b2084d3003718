// Its first test takes this file's place.
