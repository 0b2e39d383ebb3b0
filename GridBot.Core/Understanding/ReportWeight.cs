namespace GridBot.Core.Understanding;

/// <summary>How much the words of a message tell of something being wrong.</summary>
internal static class ReportWeight
{
    /// <summary>From here on words tell of a problem.</summary>
    public const double EnoughForReport = 1.9;

    /// <summary>So much is told that a phrase of another intent inside it is no command.</summary>
    public const double PlainReport = 4;

    public static double Of(Passage passage, CategoryGuess guess)
    {
        var told = guess.IsStrong ? guess.Score : Math.Min(guess.Score, 1.4);
        told += Math.Min(2, Troubles(passage)) * 1.2;
        told += passage.Has(Mark.Plea) ? 0.8 : 0;
        told += passage.Has(Mark.Present) || passage.Has(Mark.Again) ? 0.2 : 0;
        told += passage.NamesAPlace ? 0.5 : 0;
        told += passage.IsForwarded ? 0.5 : 0;
        told -= passage.Says(Mark.Over) ? 2 : 0;
        told -= passage.Has(Mark.Joking) ? 2 : 0;
        told -= passage.Has(Mark.Elsewhere) ? 3 : 0;
        return told;
    }

    private static int Troubles(Passage passage)
    {
        var count = 0;
        foreach (var finding in passage.Findings)
        {
            count += finding.Is(Mark.Trouble) && passage.Holds(finding) ? 1 : 0;
        }

        return count;
    }
}
