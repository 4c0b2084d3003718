import Terminal

/// Short help in the two phases of a question, at most twenty lines each.
enum HelpPage {
  /// The help wrapped to a width.
  static func lines(_ help: String, width: Int) -> [String] {
    help.split(separator: "\n").flatMap { Wrap(width, hanging: "    ").lines(String($0)) }
  }

  static let asking = """
    Type the answer and press Enter. Options: their letters, such as b, or ac where several fit.
    Order: the numbers in sequence, such as 2143. Numbers: with their unit, such as 2.4 mL.
    An empty line shows the answer of a free-text card; you then grade yourself.
      :hint          show the hint; the suggested grade is then hard at most
      :skip          leave this card and ask it again at the end
      :undo          take the last grade back and ask that card again
      :x c           strike option c out, or take it back in
      :note TEXT     keep a private note on this card; :note - takes it away
      :calc 80 kg * 1.5 mg/kg / 50 mg/mL   reckon with units
      :search WORDS  list cards with these words; :similar lists cards like this one
      :quit          end; everything graded is saved
    Ctrl-C clears the line, twice it ends; Ctrl-D on an empty line ends.
    """

  static let grading = """
    How well did you recall it? Beside each grade stands when the card comes back.
      1 again   not, or wrongly
      2 hard    with effort
      3 good    as it should be
      4 easy    at once
      Enter     the grade in brackets
      u         take the last grade back and ask that card again
      q         end; this card stays ungraded, everything else is saved
    With Enter:
      s         leave this card for the end, ungraded
      b, B      bury it until tomorrow; B with its siblings
      x         suspend it
      f         flag it: wrong, outdated, unclear, typo
      e         edit it in $EDITOR
      src, why  the document around the cited words; when it comes back, and why
      :note TEXT         keep a private note
      :override REASON   grade a wrong answer otherwise; the reason is kept
    A wrong number or option is again, unless you override it.
    """

  static let drafts = """
    Compare the draft with the passage below it, whose cited words stand between >> and <<.
      a   accept: the card is asked from now on
      e   edit it in $EDITOR and come back to it
      r   reject it with a reason; nothing like it is proposed for this deck again
      t   turn it into another kind
      p   split a Cloze with several numbers into one card each
      j   join it with another draft: two blanks of one sentence, or one fact of two documents
      1   take the other question with this number instead; its number then brings this one back
      s   skip it until the end of this sitting
      u   undo the last decision; again for the one before
      q   quit; every decision is in the deck already
    Ctrl-C twice, or Ctrl-D, ends too. The next start goes on with what is undecided.
    """
}
