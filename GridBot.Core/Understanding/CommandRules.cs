using static GridBot.Core.Understanding.ReportWeight;

namespace GridBot.Core.Understanding;

/// <summary>What people say about an issue that exists: hand it on, complain that it goes slowly, tell how far it is.</summary>
internal static class CommandRules
{
    /// <summary>Passing an issue on, up, back, or off to a later day.</summary>
    public static IntentGuess? Handing(Passage passage, double told)
    {
        if (told >= PlainReport && passage.References.Count == 0 && passage.Says(Mark.Trouble))
        {
            return null;
        }

        foreach (var intent in (ReadOnlySpan<Intent>)[Intent.GiveUp, Intent.Transfer, Intent.Return, Intent.Defer, Intent.Escalate])
        {
            if (passage.Has(intent) && !(intent == Intent.Transfer && passage.IsForwarded))
            {
                return IntentGuess.Likely(intent, 0.9);
            }
        }

        return TransferTarget.IsCallToSomebody(passage) ? IntentGuess.Likely(Intent.Transfer, 0.75)
            : passage.Core.Length <= IntentRules.ShortTalk && TransferTarget.OpensWithPutOff(passage.Text.AsSpan(passage.Opening)) ? IntentGuess.Likely(Intent.Defer, 0.85)
            : null;
    }

    /// <summary>The reporter again: nobody came, it is not done, it has come back.</summary>
    public static IntentGuess? Complaint(Passage passage, double told)
    {
        if (passage.Has(Intent.Dispute) && (passage.References.Count > 0 || told < PlainReport || !passage.NamesAPlace))
        {
            return IntentGuess.Likely(Intent.Dispute, 0.85);
        }

        if (passage.Has(Intent.Nudge) && (told < EnoughForReport + 1 || passage.References.Count > 0))
        {
            return IntentGuess.Likely(Intent.Nudge, 0.85);
        }

        return passage.Has(Intent.Suggest) ? IntentGuess.Likely(Intent.Suggest, 0.85) : null;
    }

    /// <summary>Whoever works on it says how far they are; whoever complained says that it is good.</summary>
    public static IntentGuess? Outcome(Passage passage, double told)
    {
        if (QuestionReader.IsQuestion(passage))
        {
            return null;
        }

        if (passage.First(Intent.Acknowledge) is { } taken && (taken.Start <= passage.Opening + 1 || passage.References.Count > 0) && told < PlainReport)
        {
            return IntentGuess.Likely(passage.Has(Intent.Resolve) ? Intent.Resolve : Intent.Acknowledge, 0.9);
        }

        if (passage.Has(Intent.Thanks) || passage.Has(Intent.Confirm))
        {
            var solved = passage.Has(Intent.Confirm) || passage.Has(Intent.Resolve) || passage.Has(Mark.Over);
            return told < PlainReport ? IntentGuess.Likely(solved ? Intent.Confirm : Intent.Thanks, 0.8) : null;
        }

        if (told >= PlainReport + (passage.References.Count > 0 ? 4 : 0) && passage.Says(Mark.Trouble) | passage.Says(Mark.Plea))
        {
            return null;
        }

        var (going, done) = (passage.First(Intent.Progress), passage.First(Intent.Resolve));
        return done is not null && !(going?.Start < done.Value.Start) ? IntentGuess.Likely(Intent.Resolve, 0.8)
            : going is not null ? IntentGuess.Likely(Intent.Progress, 0.8)
            : passage.Has(Intent.Acknowledge) ? IntentGuess.Likely(Intent.Acknowledge, 0.8)
            : null;
    }
}
