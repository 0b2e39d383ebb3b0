using System.Globalization;

namespace GridBot.Host.Learning;

/// <summary>An instant as files of messages write it: Beijing time where its zone isn't written.</summary>
internal static class WrittenInstant
{
    public static bool TryRead(string text, out DateTimeOffset at)
    {
        var hasZone = text.EndsWith('Z') || (text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && text.LastIndexOfAny(['+', '-']) > colon);
        return DateTimeOffset.TryParse(hasZone ? text : $"{text} +08:00", CultureInfo.InvariantCulture, out at);
    }
}
