/// Short help in the two phases of a question, at most twenty lines each.
enum HelpPage {
  static let asking = """
    Type the answer and press Enter. Options: their letters, such as b, or ac where several fit.
    Order: the numbers in sequence, such as 2143. Numbers: with their unit, such as 2.4 mL.
    An empty line shows the answer of a free-text card; you then grade yourself.
      :hint   show the hint; the suggested grade is then hard at most
      :skip   leave this card and ask it again at the end
      :undo   take the last grade back and ask that card again
      :quit   end; everything graded is saved
      :help   this text
    Ctrl-C clears the line, twice it ends; Ctrl-D on an empty line ends.
    """

  static let grading = """
    How well did you recall it?
      1 again   not, or wrongly
      2 hard    with effort
      3 good    as it should be
      4 easy    at once
      Enter     the grade in brackets
      u   take the last grade back and ask that card again
      s   leave this card without a grade and ask it again at the end
      q   end; this card stays ungraded, everything else is saved
      ?   this text
    Beside each grade stands when the card comes back. A wrong number or option is always again.
    """
}
