using System.Runtime.InteropServices;

namespace GridBot.Core.Understanding;

/// <summary>A text with everything that was found in it. Offsets hold for the original and the normalised text alike.</summary>
internal sealed class Passage
{
    /// <summary>One bit for each mark and each intent that occurs; most questions end here.</summary>
    private readonly ulong _marks;
    private readonly ulong _intents;

    private Passage(string original, PhraseBook book, PlaceIndex places)
    {
        Original = original;
        Text = Normaliser.Normalise(original);
        Opening = ForwardMarks.Skip(Text, out var isForwarded);
        IsForwarded = isForwarded;
        Numbers = PlaceNumbers.Find(Text);
        Names = places.FindNames(Text);
        NamesAPlace = Names.Count > 0 || Numbers.Exists(static n => n.Kind is MentionKind.Building or MentionKind.Grid);
        References = ReferenceReader.Find(Text, Numbers);
        Findings = book.Find(Text, Opening, Beginning());
        foreach (var finding in Findings)
        {
            _marks |= finding.Sense.Meaning == Meaning.Mark ? 1UL << finding.Sense.Value : 0;
            _intents |= finding.Sense.Meaning == Meaning.Intent ? 1UL << finding.Sense.Value : 0;
        }

        foreach (ref var finding in CollectionsMarshal.AsSpan(Findings))
        {
            finding = finding with { IsSilenced = IsShielded(finding) || Negation.Before(Text, finding.Start) };
        }

        Unlisted = UnlistedPlaces.Find(this);
        Core = CoreOf();
        Whole = book.Whole(Core);
    }

    public string Original { get; }

    public string Text { get; }

    /// <summary>Where the words begin after a forward mark.</summary>
    public int Opening { get; }

    public bool IsForwarded { get; }

    public List<Finding> Findings { get; }

    public List<PlaceMention> Numbers { get; }

    public List<NamedPlace> Names { get; }

    public List<FoundReference> References { get; }

    /// <summary>Places by names that the roster doesn't know.</summary>
    public List<UnlistedPlace> Unlisted { get; }

    /// <summary>The letters that remain without numbers of issues, places, @names and signs.</summary>
    public string Core { get; }

    /// <summary>What the whole message means, if it consists of one known phrase.</summary>
    public Intent? Whole { get; }

    public bool NamesAPlace { get; }

    public static Passage Of(string text, PhraseBook book, PlaceIndex places) => new(text, book, places);

    public bool Has(Mark mark) => (_marks & (1UL << (int)mark)) != 0;

    public bool Has(Mark mark, int from, int to)
    {
        if (!Has(mark))
        {
            return false;
        }

        foreach (var finding in Findings)
        {
            if (finding.Is(mark) && finding.Start >= from && finding.End <= to && Holds(finding))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the mark occurs undenied: 不脏 is no trouble.</summary>
    public bool Says(Mark mark) => Has(mark, 0, Text.Length);

    /// <summary>The first phrase of the intent that isn't denied and isn't part of a longer phrase of another intent.</summary>
    public Finding? First(Intent intent)
    {
        if ((_intents & (1UL << (int)intent)) == 0)
        {
            return null;
        }

        foreach (var finding in Findings)
        {
            if (finding.Is(intent) && Holds(finding))
            {
                return finding;
            }
        }

        return null;
    }

    public bool Has(Intent intent) => First(intent) is not null;

    public bool Holds(in Finding finding) => !finding.IsSilenced && !IsPartOfIntent(finding);

    private bool IsPartOfIntent(in Finding finding)
    {
        if (_intents != 0)
        {
            foreach (var other in Findings)
            {
                if (other.Sense.Meaning == Meaning.Intent && other.Sense != finding.Sense && other.Covers(finding))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsShielded(in Finding finding)
    {
        if (!Has(Mark.Harmless))
        {
            return false;
        }

        foreach (var other in Findings)
        {
            if (other.Is(Mark.Harmless) && other.End - other.Start >= Math.Min(finding.End - finding.Key, finding.Phrase.Parts[0].Length)
                && (Touches(other, finding.Start, finding.Start + 1) || Touches(other, finding.Key, finding.End)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is harmless between the parts of a phrase leaves its parts alone.</summary>
    private static bool Touches(in Finding finding, int start, int end) => finding.Start < end && finding.End > start;

    /// <summary>Where the words begin after issue numbers that stand in front: phrases with ^ open the message there.</summary>
    private int Beginning()
    {
        var start = Opening;
        foreach (var reference in References)
        {
            start = reference.Start <= start + 1 ? reference.End : start;
            while (start < Text.Length && !Normaliser.IsWordly(Text[start]) && Text[start] is not ('#' or '【' or '@'))
            {
                start++;
            }
        }

        return start;
    }

    private string CoreOf()
    {
        Span<char> core = stackalloc char[Text.Length];
        var length = 0;
        for (var i = Opening; i < Text.Length; i++)
        {
            if (Text[i] == '@')
            {
                i = Math.Max(i, EndOfName(Text, i) - 1);
            }
            else if (EndOfMention(i) is var end && end > i)
            {
                i = end - 1;
            }
            else if (Normaliser.IsWordly(Text[i]))
            {
                core[length++] = Text[i];
            }
        }

        return new string(core[..length]);
    }

    public static int EndOfName(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (Normaliser.IsWordly(text[end]) || text[end] is '_' or '-'))
        {
            end++;
        }

        return end;
    }

    private int EndOfMention(int at)
    {
        foreach (var reference in References)
        {
            if (reference.Start == at)
            {
                return reference.End;
            }
        }

        foreach (var number in Numbers)
        {
            if (number.Start == at && number.Kind != MentionKind.PerhapsBuilding)
            {
                return number.End;
            }
        }

        foreach (var name in Names)
        {
            if (name.Start == at)
            {
                return name.End;
            }
        }

        return at;
    }
}
