/// What a writer makes of a fact: the form of the question, and the scalars that answer it.
typealias Draftable = (form: Candidate.Form, blank: Range<Int>)
