using GridBot.Core.Roster;

namespace GridBot.Core.Issues;

/// <summary>
/// Whether two reports of one category at one place tell of the same thing. Merging wrongly is worse than not
/// merging, so the words must overlap, and an emergency joins nothing but an emergency.
/// </summary>
public static class Sameness
{
    private const double EnoughOverlap = 0.4;
    private const double EnoughAtOneSpot = 0.2;

    /// <summary>Singing and pile driving at one building and hour share most of their words, and are two matters.</summary>
    private const double EnoughOverKinds = 0.6;

    public static bool IsSame(Issue one, Issue other) => MayBe(one, other) && SharesWords(one, other);

    /// <summary>True where nothing but the words could tell them apart: class, place, spot, urgency and secrecy are the same.</summary>
    public static bool MayBe(Issue one, Issue other)
    {
        if (one.IsPrivate != other.IsPrivate || (one.IsPrivate && !RosterBook.SameUser(one.ReporterId, other.ReporterId)) || one.IsRehearsal || other.IsRehearsal)
        {
            // Whoever heard that theirs is known already would know of somebody else's secret.
            return false;
        }

        if (one.Category != other.Category || one.PlaceId != other.PlaceId || (one.Urgency == Urgency.Emergency) != (other.Urgency == Urgency.Emergency))
        {
            return false;
        }

        return one.PlaceDetail is null || other.PlaceDetail is null || one.PlaceDetail == other.PlaceDetail;
    }

    private static bool SharesWords(Issue one, Issue other)
    {
        var sameKind = one.Subcategory is not null && one.Subcategory == other.Subcategory && !one.PlaceInferred && !other.PlaceInferred;
        var otherKind = one.Subcategory is not null && other.Subcategory is not null && one.Subcategory != other.Subcategory;
        return Overlap(one.Text, other.Text) >= (sameKind ? EnoughAtOneSpot : otherKind ? EnoughOverKinds : EnoughOverlap)
            || (RosterBook.SameUser(one.ReporterId, other.ReporterId) && one.Text == other.Text);
    }

    /// <summary>Shared pairs of neighbouring characters, as a part of the shorter text's pairs; 0 to 1.</summary>
    public static double Overlap(string one, string other)
    {
        var (a, b) = (Pairs(one), Pairs(other));
        return a.Count == 0 || b.Count == 0 ? 0 : (double)a.Count(b.Contains) / Math.Min(a.Count, b.Count);
    }

    private static HashSet<int> Pairs(string text)
    {
        var pairs = new HashSet<int>();
        var last = '\0';
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c))
            {
                continue;
            }

            if (last != '\0')
            {
                pairs.Add((last << 16) | c);
            }

            last = c;
        }

        return pairs;
    }
}
