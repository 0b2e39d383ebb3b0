using static GridBot.Core.Understanding.ReportWeight;

namespace GridBot.Core.Understanding;

/// <summary>
/// What somebody wants, by rules in a fixed order: a whole phrase, then what only looks like a report, then who is being
/// hurt at home, then commands on an issue, then questions, then reports, then talk.
/// </summary>
internal static class IntentRules
{
    /// <summary>A command or an answer; who tells of a problem needs more words.</summary>
    internal const int ShortTalk = 14;

    /// <summary>补充 in the middle of a long text is a word of the story.</summary>
    private const int LongStory = 30;

    /// <param name="told">See <see cref="ReportWeight"/>.</param>
    public static IntentGuess Decide(Passage passage, CategoryGuess guess, double told, Confided? confided) =>
        WholePhrase(passage)
        ?? Aside(passage, told)
        ?? Setting(passage, told)
        ?? Confiding(passage, confided)
        ?? CommandRules.Handing(passage, told)
        ?? CommandRules.Complaint(passage, told)
        ?? CommandRules.Outcome(passage, told)
        ?? Asking(passage, told)
        ?? Telling(passage, told, guess);

    private static IntentGuess? WholePhrase(Passage passage)
    {
        if (passage.Whole is { } whole)
        {
            return IntentGuess.Certain(whole);
        }

        if (passage.Core.Length > 0)
        {
            return null;
        }

        foreach (var finding in passage.Findings)
        {
            if (finding.Sense.Meaning == Meaning.Intent)
            {
                return IntentGuess.Likely((Intent)finding.Sense.Value, 0.7);
            }
        }

        if (passage.References.Count > 0)
        {
            return passage.References is [{ Reference: { Value: 1, IsNumber: false } }]
                ? IntentGuess.Likely(Intent.Acknowledge, 0.8)
                : IntentGuess.Certain(Intent.Query);
        }

        return passage.Numbers.Exists(n => n.Kind is MentionKind.Unit or MentionKind.Floor or MentionKind.Room)
            ? IntentGuess.Likely(Intent.Supplement, 0.8)
            : passage.NamesAPlace ? IntentGuess.Certain(Intent.Query) : IntentGuess.Likely(Intent.Chatter, 0.9);
    }

    /// <summary>What the robot has no part in, although its words may sound like a problem.</summary>
    private static IntentGuess? Aside(Passage passage, double told)
    {
        if (passage.Has(Intent.Chatter) && told < PlainReport)
        {
            return IntentGuess.Likely(Intent.Chatter, 0.85);
        }

        if (passage.Has(Intent.Help) && passage.Core.Length <= ShortTalk)
        {
            return IntentGuess.Certain(Intent.Help);
        }

        if (passage.Says(Mark.Drill) && told < PlainReport)
        {
            return IntentGuess.Certain(Intent.Notice);
        }

        if (passage.Has(Intent.Notice) || (passage.Has(Mark.Announcing) && !passage.Has(Intent.Resolve)) || passage.Has(Mark.Drill))
        {
            return IntentGuess.Likely(Intent.Notice, 0.85);
        }

        return null;
    }

    /// <summary>Taking back, putting right, being away, asking for lists.</summary>
    private static IntentGuess? Setting(Passage passage, double told)
    {
        if (CorrectionReader.SaysNotThisButThat(passage.Text)
            || (passage.First(Intent.Correct) is { } wrong && (told < PlainReport || passage.References.Count > 0 || wrong.Start == passage.Opening)))
        {
            return IntentGuess.Likely(Intent.Correct, 0.9);
        }

        if (passage.Has(Intent.Withdraw) && told < PlainReport)
        {
            return IntentGuess.Likely(Intent.Withdraw, 0.9);
        }

        if (passage.Has(Intent.Leave) && told < PlainReport)
        {
            return IntentGuess.Likely(Intent.Leave, 0.85);
        }

        if (passage.First(Intent.Supplement) is { } added && (added.Phrase.Opening || (told < PlainReport && passage.Core.Length <= LongStory)))
        {
            return IntentGuess.Likely(Intent.Supplement, 0.85);
        }

        if (QuestionReader.AsksForList(passage))
        {
            return IntentGuess.Certain(Intent.Query);
        }

        var state = passage.Has(Intent.Query) && (told < PlainReport || QuestionReader.IsQuestion(passage));
        return state ? IntentGuess.Likely(Intent.Query, 0.9) : null;
    }

    /// <summary>Who tells in earnest that somebody is being hurt at home reports it, in however few words.</summary>
    private static IntentGuess? Confiding(Passage passage, Confided? confided) =>
        confided is { IsHarm: true } harm && EmergencyWatch.IsReal(passage, harm.Said)
        && passage.References.Count == 0 && !passage.Has(Intent.Resolve) && !passage.Has(Intent.Progress) && !passage.Has(Intent.Transfer)
            ? IntentGuess.Certain(Intent.Report)
            : null;

    private static IntentGuess? Asking(Passage passage, double told) =>
        passage.Has(Intent.Enquiry) && !(passage.Has(Mark.Plea) && passage.Says(Mark.Trouble)) && told < PlainReport && !(passage.NamesAPlace && told >= EnoughForReport + 1)
            ? IntentGuess.Likely(Intent.Enquiry, 0.8)
            : null;

    private static IntentGuess Telling(Passage passage, double told, CategoryGuess guess)
    {
        if (told < PlainReport && !guess.IsStrong && guess.Score > 0 && QuestionReader.IsQuestion(passage) && !passage.Says(Mark.Trouble) && !passage.IsForwarded)
        {
            return IntentGuess.Likely(passage.NamesAPlace ? Intent.Query : Intent.Enquiry, 0.6);
        }

        if (told >= EnoughForReport || (told > 0.4 && passage.IsForwarded) || (told >= 1.5 && passage.Has(Mark.Plea) && passage.Core.Length >= ShortTalk))
        {
            return IntentGuess.Likely(Intent.Report, Math.Min(0.95, 0.5 + (0.1 * told)));
        }

        if (QuestionReader.IsQuestion(passage) && (passage.NamesAPlace || guess.Score > 0))
        {
            return IntentGuess.Likely(passage.NamesAPlace ? Intent.Query : Intent.Enquiry, 0.6);
        }

        return passage.Numbers.Exists(n => n.Kind is MentionKind.Unit or MentionKind.Room) && passage.Core.Length <= ShortTalk
            ? IntentGuess.Likely(Intent.Supplement, 0.6)
            : IntentGuess.Likely(Intent.Chatter, told > 1 ? 0.5 : 0.7);
    }
}
