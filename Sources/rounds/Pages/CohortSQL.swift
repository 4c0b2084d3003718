import Study

/// Item statistics and retention by tag over many learners' logs, as statements that DuckDB and
/// Spark SQL run alike.
///
/// The statements read three views, which each engine defines in its own way: `log_lines` (lines of
/// the log with the path of their file), `questions` and `question_tags` (what `cards --lines`
/// writes). What counts is what `Progress` and `Summary` count. No comment holds a semicolon, so
/// that the text can be cut there.
struct CohortSQL {
  /// The learner's days that are counted, since 1970-01-01.
  let days: ClosedRange<Int>

  /// The days of true retention up to one of them.
  init(upTo today: Int) {
    days = (today - Summary.retentionDays + 1)...today
  }

  var text: String {
    [
      period, Self.events, Self.terms, Self.reviews, Self.standing, Self.answers,
      Self.items, Self.tags,
      "select * from item_statistics order by deck, card;",
      "select * from retention_by_tag order by tag;",
    ].joined(separator: "\n\n")
  }

  private var period: String {
    """
    -- The learner's days that are counted, to be changed here.
    create or replace temporary view period as
    select
      date '\(DayText.date(days.lowerBound))' as first_day,
      date '\(DayText.date(days.upperBound))' as last_day;
    """
  }
}

// MARK: - From lines to answers that count

extension CohortSQL {
  /// Runs up to the row in the order of replay.
  private static let sofar = "order by moment, id rows between unbounded preceding and current row"

  private static let events = """
    -- Lines that are events, each once. A learner is a folder.
    create or replace temporary view events as
    select * from (
      select
        learner, l.id as id, l.at as moment, coalesce(l.offset, 0) as east, l.kind as kind,
        l.of as target, l.card as card, l.from as old_card, l.to as new_card, l.grade as grade,
        least(greatest(coalesce(l.elapsed, 0), 0), 86400000) as elapsed,
        case when l.interval between 1 and 36500 then l.interval end as days_left,
        l.scheduler as scheduler,
        case
          when l.steps is null then 2
          when l.steps = '[]' then 0
          else length(l.steps) - length(replace(l.steps, ',', '')) + 1
        end as steps,
        least(greatest(coalesce(l.dayStarts, 240), 0), 1439) as day_starts,
        row_number() over (
          partition by learner, l.id order by l.at, l.offset, l.kind, l.card, l.grade
        ) as copy
      from (
        select *, regexp_extract(file, '([^/]+)/log/[^/]+/[^/]+$', 1) as learner from log_lines
      ) l
      where length(l.id) = 26 and l.at like '____-__-__T__:__:__.___Z'
        and try_cast(substring(l.at, 1, 10) as date) is not null
        and coalesce(l.v, 1) <= 1 and coalesce(l.offset, 0) between -1440 and 1440
        and (
          l.kind <> 'review'
          or l.card is not null and l.grade in ('again', 'hard', 'good', 'easy')
        )
        and (l.kind <> 'adopt' or l.from <> l.to)
        and (l.kind <> 'parameters' or l.scheduler in ('fsrs-6', 'fsrs-7'))
    ) e
    where copy = 1;
    """

  private static let terms = """
    -- A term lasts from one "parameters" to the next. An undo stands beside what it names, and
    -- "renamings" counts how often a card is still to get another id.
    create or replace temporary view terms as
    select
      *,
      sum(case when kind = 'parameters' then 1 else 0 end) over (
        partition by learner \(sofar)
      ) as term,
      max(case when kind = 'undo' then 1 else 0 end) over (
        partition by learner, case when kind = 'undo' then target else id end
      ) as is_undone,
      sum(case when kind = 'adopt' then 1 else 0 end) over (
        partition by learner, name order by moment desc, id desc
        rows between unbounded preceding and current row
      ) as renamings
    from (
      select *, case when kind = 'adopt' then old_card else card end as name
      from events
      where kind in ('review', 'undo', 'adopt', 'parameters')
    ) e;
    """

  private static let reviews = """
    -- Reviews that no undo names, under the card's later id, with the learner's day and what was
    -- in force.
    create or replace temporary view reviews as
    select
      learner, id, moment, grade, elapsed, days_left,
      coalesce(new_name, card) as question,
      coalesce(term_steps, 2) as steps,
      coalesce(term_scheduler, 'fsrs-6') = 'fsrs-7' as by_model,
      try_cast(substring(moment, 1, 10) as date) + cast(floor((
        60 * try_cast(substring(moment, 12, 2) as int)
          + try_cast(substring(moment, 15, 2) as int) + east - coalesce(term_day_starts, 240)
      ) / 1440e0) as int) as study_day
    from (
      select
        *,
        max(case when kind = 'parameters' then steps end) over (partition by learner, term)
          as term_steps,
        max(case when kind = 'parameters' then scheduler end) over (partition by learner, term)
          as term_scheduler,
        max(case when kind = 'parameters' then day_starts end) over (partition by learner, term)
          as term_day_starts,
        max(case when kind = 'adopt' then new_card end) over (
          partition by learner, name, renamings
        ) as new_name
      from terms
    ) t
    where kind = 'review' and is_undone = 0;
    """

  private static let standing = """
    -- A run begins where a card goes back to its first learning step. Each "good" climbs one, and
    -- behind the last step, or by "easy", the card is left for days.
    create or replace temporary view runs as
    select
      *,
      sum(case
        when by_model then case when days_left is null then 1 else 0 end
        when grade = 'again' then 1
        else 0
      end) over (partition by learner, question \(sofar)) as run
    from reviews;

    create or replace temporary view climbs as
    select
      *,
      sum(case when not by_model and grade = 'good' then 1 else 0 end) over (
        partition by learner, question, run \(sofar)
      ) as climbed
    from runs;

    create or replace temporary view standings as
    select
      *,
      max(case
        when by_model then case when days_left is null then 0 else 1 end
        when grade = 'easy' or climbed >= steps then 1
        else 0
      end) over (partition by learner, question, run \(sofar)) as is_left
    from climbs;
    """

  private static let answers = """
    -- Answers of the period to active questions at hand. A trial is the first answer to a card on a
    -- day, learning steps left out, and "rested" the interval before it, where the log has it.
    create or replace temporary view answers as
    select
      s.learner, s.question as card, s.study_day, s.elapsed, s.rested,
      case when s.was_left = 1 and s.day_before <> s.study_day then 1 else 0 end as trial,
      case when s.grade = 'again' then 0 else 1 end as recall
    from (
      select
        *,
        lag(is_left) over (partition by learner, question order by moment, id) as was_left,
        lag(study_day) over (partition by learner, question order by moment, id) as day_before,
        lag(days_left) over (partition by learner, question order by moment, id) as rested
      from standings
    ) s
    join (select distinct card from questions where status = 'active') q on q.card = s.question
    cross join period p
    where s.study_day between p.first_day and p.last_day;
    """
}

// MARK: - Figures

extension CohortSQL {
  private static let items = """
    create or replace temporary view item_statistics as
    select
      q.deck, i.card, i.learners, i.answers, i.median_milliseconds,
      \(retention),
      q.question
    from (
      select
        card, count(distinct learner) as learners, count(*) as answers,
        min(case when 2 * place in (count_of, count_of + 1) then elapsed end)
          as median_milliseconds,
        cast(sum(trial) as bigint) as n, cast(sum(trial * recall) as bigint) as recalled
      from (
        select
          *,
          row_number() over (partition by card order by elapsed) as place,
          count(*) over (partition by card) as count_of
        from answers
      ) a
      group by card
    ) i
    join (
      select card, min(deck) as deck, min(question) as question from questions group by card
    ) q on q.card = i.card;
    """

  private static let tags = """
    create or replace temporary view retention_by_tag as
    select
      tag, learners, answers,
      \(retention),
      young_n, young_recalled, mature_n, mature_recalled
    from (
      select
        t.tag, count(distinct a.learner) as learners, count(*) as answers,
        cast(sum(trial) as bigint) as n, cast(sum(trial * recall) as bigint) as recalled,
        \(sum("trial", "rested < \(matureInterval)")) as young_n,
        \(sum("trial * recall", "rested < \(matureInterval)")) as young_recalled,
        \(sum("trial", "rested >= \(matureInterval)")) as mature_n,
        \(sum("trial * recall", "rested >= \(matureInterval)")) as mature_recalled
      from answers a
      join (select distinct card, tag from question_tags where tag is not null) t
        on t.card = a.card
      group by t.tag
    ) f;
    """

  private static let matureInterval = Summary.matureInterval

  private static func sum(_ value: String, _ condition: String) -> String {
    "cast(sum(case when \(condition) then \(value) else 0 end) as bigint)"
  }

  /// The share of `recalled` in `n` with the bounds that `Share` gives, null where n is 0.
  private static let retention = """
    n, recalled,
      case when n > 0 then recalled / (n * 1e0) end as true_retention,
      case when n > 0 then greatest(0e0, least(recalled / (n * 1e0), \(bound("-")))) end as low,
      case when n > 0 then least(1e0, greatest(recalled / (n * 1e0), \(bound("+")))) end as high
    """

  /// One of Wilson's bounds at 95 per cent: 1.92… is half the square of 1.95….
  private static func bound(_ sign: String) -> String {
    "(recalled + 1.9207294103470627e0 \(sign) 1.959963984540054e0"
      + " * sqrt(recalled * (n - recalled) / (n * 1e0) + 0.9603647051735313e0))"
      + " / (n + 3.8414588206941254e0)"
  }
}
