using GridBot.Core.Understanding.Model;

namespace GridBot.Core.Understanding.Training.Lines;

/// <summary>Which codes go together on a line; categories are those that ship.</summary>
public static class LineLabels
{
    public const string Emergency = "emergency";

    public static IReadOnlyList<string> Categories { get; } =
    [
        "noise", "fire", "parking", "traffic", "sanitation", "pollution", "utilities", "facility", "greening", "illegal_build",
        "housing", "property", "neighbour", "vendor", "market", "security", "labour", "animal", "land_estate", "public_service",
        "other",
    ];

    /// <summary>Something that somebody must see to: a new problem, or one that was closed too early.</summary>
    public static bool IsIssue(string intent) => intent is "report" or "reopen";

    /// <summary>Only an issue and what is added to it are pressing or not.</summary>
    public static bool BearsUrgency(string intent) => IsIssue(intent) || intent == "supplement";

    /// <summary>Whoever takes it, tells how it goes, thanks, chats or goes on leave names no problem.</summary>
    public static bool BearsCategory(string intent) => intent is not ("ack" or "progress" or "thanks" or "chat" or "leave");

    /// <summary>The more pressing of the two.</summary>
    public static string Higher(string one, string other) => Rank(one) >= Rank(other) ? one : other;

    private static int Rank(string urgency)
    {
        for (var i = 0; i < Codes.Urgencies.Count; i++)
        {
            if (Codes.Urgencies[i] == urgency)
            {
                return i;
            }
        }

        return -1;
    }
}
